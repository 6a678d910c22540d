import type { Knex } from 'knex';
import { distinctValues } from '../database/distinctValues';

/**
 * Marks months of a bill that were allotted without the sums that prove them:
 * while replicas are exchanged, one of the version before may take the marks
 * that a migration has set.
 *
 * @param options.now - Unix milliseconds
 */
export async function markUnproved(options: {
  client: Knex;
  now: number;
}): Promise<void> {
  const { client, now } = options;
  const monthsOf = (table: string) =>
    distinctValues({ query: client(table), column: 'billing_month' });
  // written together with the sums of the bill, and younger than those
  const proved = new Set(await monthsOf('cost_invoice'));
  const billed = new Set(await monthsOf('cost_line'));
  const unproved = (await monthsOf('cost_daily')).filter(
    // list prices of clusters are no bill
    month => billed.has(month) && !proved.has(month),
  );
  if (unproved.length > 0) {
    await client('cost_dirty')
      .insert(
        unproved.map(month => ({
          billing_month: month,
          since: now,
          due_at: now,
        })),
      )
      // one that could not be allotted has its own time
      .onConflict('billing_month')
      .ignore();
  }
}
