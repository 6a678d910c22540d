import { COST_METRICS, nextMonthOf } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/** Services per statement: some milliseconds of SQLite. */
const SERVICES = 50;

const SUMS = COST_METRICS.map(metric => `sum(${metric})`).join(', ');
const METRICS = COST_METRICS.join(', ');

/** Sums days of `cost_daily` over all services, and by pool. */
export async function sumDays(options: {
  trx: Knex;
  days: readonly string[];
  pace: Pace;
}): Promise<void> {
  const { trx, days, pace } = options;
  for (const day of days) {
    await trx('cost_total').where({ day }).delete();
    await trx.raw(
      `insert into cost_total (day, pool, category, kind, currency, ${METRICS})
       select day, coalesce(pool, ''), category, kind, currency, ${SUMS}
       from cost_daily where day = ?
       group by day, coalesce(pool, ''), category, kind, currency`,
      [day],
    );
    await pace.rest();
  }
}

/**
 * Sums a month of `cost_daily` by service and pool.
 *
 * @param options.refs - services that may be new in that month
 */
export async function sumMonth(options: {
  trx: Knex;
  /** First day. */
  month: string;
  refs: Iterable<string>;
  pace: Pace;
}): Promise<void> {
  const { trx, month, pace } = options;
  const summed: string[] = await trx('cost_monthly')
    .where({ month })
    .whereNot('entity_ref', '')
    .distinct('entity_ref')
    .pluck('entity_ref');
  await pace.rest();
  const refs = [...new Set([...summed, ...options.refs])].sort();
  await sumServices({ trx, month, refs: [] });
  for (let start = 0; start < refs.length; start += SERVICES) {
    await pace.rest();
    await sumServices({
      trx,
      month,
      refs: refs.slice(start, start + SERVICES),
    });
  }
}

/** Sums some services, or without one what is no service's. */
async function sumServices(options: {
  trx: Knex;
  month: string;
  refs: readonly string[];
}): Promise<void> {
  const { trx, month, refs } = options;
  await trx('cost_monthly')
    .where({ month })
    .whereIn('entity_ref', refs.length > 0 ? [...refs] : [''])
    .delete();
  const isOne =
    refs.length > 0
      ? `entity_ref in (${refs.map(() => '?').join(', ')})`
      : 'entity_ref is null';
  await trx.raw(
    `insert into cost_monthly
       (entity_ref, pool, month, category, kind, currency, ${METRICS})
     select coalesce(entity_ref, ''), coalesce(pool, ''), cast(? as varchar(10)),
       category, kind, currency, ${SUMS}
     from cost_daily where ${isOne} and day >= ? and day < ?
     group by coalesce(entity_ref, ''), coalesce(pool, ''), category, kind,
       currency`,
    [month, ...refs, month, nextMonthOf(month)],
  );
}
