import {
  type AllocatedCost,
  COST_METRICS,
  monthOf,
  nextMonthOf,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { toAmountColumns } from '../database/amountColumns';

/** Rows per statement: SQLite takes no more than 500. */
const CHUNK = 400;
/** Days per statement. */
const DAYS = 100;

const SUMS = COST_METRICS.map(metric => `sum(${metric})`).join(', ');
const METRICS = COST_METRICS.join(', ');

/**
 * Replaces the parts of a billing month, and the sums of all days and months
 * that the old and the new parts touch. In a transaction, so that nobody ever
 * sees half a month.
 */
export async function writeMonth(options: {
  trx: Knex;
  billingMonth: string;
  costs: readonly AllocatedCost[];
}): Promise<void> {
  const { trx, billingMonth, costs } = options;
  const before: string[] = await trx('cost_daily')
    .where('billing_month', billingMonth)
    .distinct('day')
    .pluck('day');
  await trx('cost_daily').where('billing_month', billingMonth).delete();
  for (let start = 0; start < costs.length; start += CHUNK) {
    await trx('cost_daily').insert(
      costs.slice(start, start + CHUNK).map(toRow),
    );
  }
  const days = [...new Set([...before, ...costs.map(({ day }) => day)])].sort();
  await sumDays(trx, days);
  for (const month of new Set(days.map(monthOf))) {
    await sumMonth(trx, month);
  }
}

function toRow(cost: AllocatedCost) {
  return {
    entity_ref: cost.entityRef ?? null,
    pool: cost.pool ?? null,
    billing_month: cost.billingMonth,
    day: cost.day,
    category: cost.category,
    kind: cost.kind,
    currency: cost.currency,
    basis: cost.basis ? JSON.stringify(cost.basis) : null,
    ...toAmountColumns(cost.amounts),
  };
}

async function sumDays(trx: Knex, days: string[]): Promise<void> {
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

async function sumMonth(trx: Knex, month: string): Promise<void> {
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
