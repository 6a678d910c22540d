import { parseAmount } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { MonthBudget } from './MonthBudget';

interface ToldRow {
  entity_ref: string;
  month: string;
  threshold: string;
  told_at: string | number;
}

/**
 * What owners were told of budgets as they are now: of another amount, or in
 * another currency, nothing was. A version that kept no amounts told of the
 * budget of its time.
 *
 * @returns thresholds by the ref of the budget
 */
export async function toldThresholds(options: {
  client: Knex;
  budgets: readonly MonthBudget[];
}): Promise<Map<string, string[]>> {
  const { client, budgets } = options;
  const of = (table: string) =>
    client(table)
      .whereIn(
        'entity_ref',
        budgets.map(({ entityRef }) => entityRef),
      )
      .whereIn('month', [...new Set(budgets.map(({ month }) => month))]);
  const [told, former]: [
    Array<ToldRow & { currency: string; amount: string }>,
    ToldRow[],
  ] = await Promise.all([
    of('cost_budget_notice').select(
      'entity_ref',
      'month',
      'currency',
      client.raw('cast(amount as text) as amount'),
      'threshold',
      'told_at',
    ),
    of('cost_notice').select('entity_ref', 'month', 'threshold', 'told_at'),
  ]);
  return new Map(
    budgets.map(({ entityRef, month, budget }) => {
      const amount = parseAmount(budget.amount).toString();
      const setAt = budget.setAt === undefined ? 0 : Date.parse(budget.setAt);
      const isOf = (row: ToldRow) =>
        row.entity_ref === entityRef && row.month === month;
      return [
        entityRef,
        [
          ...told.filter(
            row =>
              isOf(row) &&
              row.currency === budget.currency &&
              row.amount === amount,
          ),
          ...former.filter(row => isOf(row) && Number(row.told_at) >= setAt),
        ].map(({ threshold }) => threshold),
      ];
    }),
  );
}
