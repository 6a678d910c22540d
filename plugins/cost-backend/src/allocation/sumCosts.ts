import { COST_METRICS, nextMonthOf } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Days per statement. */
const DAYS = 100;

const SUMS = COST_METRICS.map(metric => `sum(${metric})`).join(', ');
const METRICS = COST_METRICS.join(', ');

/** Sums days of `cost_daily` over all services, and by pool. */
export async function sumDays(trx: Knex, days: string[]): Promise<void> {
  for (let start = 0; start < days.length; start += DAYS) {
    const part = days.slice(start, start + DAYS);
    const marks = part.map(() => '?').join(', ');
    await trx('cost_total').whereIn('day', part).delete();
    await trx.raw(
      `insert into cost_total (day, pool, category, kind, currency, ${METRICS})
       select day, coalesce(pool, ''), category, kind, currency, ${SUMS}
       from cost_daily where day in (${marks})
       group by day, coalesce(pool, ''), category, kind, currency`,
      part,
    );
  }
}

/** Sums a month of `cost_daily` by service and pool. */
export async function sumMonth(trx: Knex, month: string): Promise<void> {
  await trx('cost_monthly').where('month', month).delete();
  await trx.raw(
    `insert into cost_monthly
       (entity_ref, pool, month, category, kind, currency, ${METRICS})
     select coalesce(entity_ref, ''), coalesce(pool, ''), cast(? as varchar(10)),
       category, kind, currency, ${SUMS}
     from cost_daily where day >= ? and day < ?
     group by coalesce(entity_ref, ''), coalesce(pool, ''), category, kind,
       currency`,
    [month, month, nextMonthOf(month)],
  );
}
