import type { Knex } from 'knex';

/**
 * Says that billing months must be allotted anew, in the transaction that
 * changed what they are made of. A mark holds the month's row until that
 * transaction ends: who allots the month meanwhile either sees all of it, or
 * leaves the mark behind.
 *
 * @param options.billingMonths - first days of months
 * @param options.now - Unix milliseconds; the clock by default
 */
export async function markDirty(options: {
  trx: Knex;
  billingMonths: Iterable<string>;
  now?: number;
}): Promise<void> {
  const { trx, now = Date.now() } = options;
  // sorted, so that two writers never wait for each other in a ring
  const months = [...new Set(options.billingMonths)].sort();
  if (months.length > 0) {
    await trx('cost_dirty')
      .insert(
        months.map(month => ({
          billing_month: month,
          since: now,
          due_at: now,
        })),
      )
      .onConflict('billing_month')
      .merge({ due_at: now });
  }
}
