import type { Knex } from 'knex';
import { markDirty } from '../allocation/markDirty';
import type { NamedSource } from './createSources';
import { moveRows } from './moveRows';

/**
 * Makes the list of known sources that of app-config. What a source has
 * delivered that is gone is no part of the bill: otherwise a source that gets
 * another name would be counted twice. It is kept aside, and comes back with
 * its source. All in one transaction; the months are allotted anew.
 *
 * @param options.now - Unix milliseconds
 */
export async function keepSources(options: {
  client: Knex;
  sources: readonly NamedSource[];
  now: number;
}): Promise<void> {
  const { client, sources, now } = options;
  await client.transaction(async trx => {
    // replicas that start together do this one after the other
    await trx('cost_poll')
      .insert({ name: 'sources', last_success_at: now })
      .onConflict('name')
      .merge();
    await trx('cost_source')
      .whereNotIn(
        'name',
        sources.map(({ name }) => name),
      )
      .update({ kind: 'gone', error: null });
    if (sources.length > 0) {
      await trx('cost_source')
        .insert(
          sources.map(({ name, type, made }) => ({
            name,
            type,
            kind: made.kind,
          })),
        )
        .onConflict('name')
        .merge(['type', 'kind']);
    }
    const namesOf = (kind: NamedSource['made']['kind']) =>
      sources.filter(({ made }) => made.kind === kind).map(({ name }) => name);
    const days = [
      ...(await moveRows({
        trx,
        table: 'cost_line',
        day: 'billing_month',
        part: ['source', 'billing_account', 'billing_month'],
        live: namesOf('bill'),
      })),
      ...(await moveRows({
        trx,
        table: 'cost_share',
        day: 'day',
        part: ['source', 'cluster', 'day'],
        live: namesOf('cluster'),
      })),
    ];
    await markDirty({
      trx,
      billingMonths: days.map(day => `${day.slice(0, 7)}-01`),
      now,
    });
  });
}
