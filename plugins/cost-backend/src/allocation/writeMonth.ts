import { type AllocatedCost, monthOf } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { toAmountColumns } from '../database/amountColumns';
import { sumDays, sumMonth } from './sumCosts';

/** Rows per statement: SQLite takes no more than 500. */
const CHUNK = 400;
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
  // bills of neighbouring months share days: who sums second must see the first
  await trx('cost_poll')
    .insert({ name: 'sums' })
    .onConflict('name')
    .merge(['name']);
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
