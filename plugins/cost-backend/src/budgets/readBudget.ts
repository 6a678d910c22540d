import {
  budgetOf,
  type CostBudget,
  type CostForecast,
  formatAmount,
  type NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { BudgetSettings } from './readBudgetSettings';

/** A budget as a person set it. */
export interface BudgetRow {
  entity_ref: string;
  amount: string;
  currency: string;
  notify_at: string;
  set_by: string;
  set_at: number | string;
}

/** Budgets that persons set, by ref. */
export async function readBudgets(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, BudgetRow>> {
  const { client, entityRefs } = options;
  const rows: BudgetRow[] = await client('cost_budget')
    .whereIn('entity_ref', [...entityRefs])
    .select(
      'entity_ref',
      client.raw('cast(amount as text) as amount'),
      'currency',
      'notify_at',
      'set_by',
      'set_at',
    );
  return new Map(rows.map(row => [row.entity_ref, row]));
}

/**
 * How a budget stands: that of a person, else the configured one. A budget in
 * another currency than the cost is not compared with it.
 *
 * @param options.isService - the configured budget holds for services alone
 */
export function toBudget(options: {
  row: BudgetRow | undefined;
  settings: BudgetSettings;
  /** `cost.currency`, in which the configured budget is. */
  settingsCurrency: string;
  isService: boolean;
  used: NanoUnits;
  currency: string;
  forecast: CostForecast | undefined;
}): CostBudget | undefined {
  const { row, settings, settingsCurrency, isService } = options;
  const { used, currency, forecast } = options;
  if (row) {
    return row.currency === currency
      ? budgetOf({
          amount: formatAmount(BigInt(row.amount)),
          currency,
          used,
          forecast,
          notifyAt: JSON.parse(row.notify_at),
          setBy: row.set_by,
          setAt: new Date(Number(row.set_at)).toISOString(),
          from: 'person',
        })
      : undefined;
  }
  return settings.amount !== undefined &&
    isService &&
    settingsCurrency === currency
    ? budgetOf({
        amount: formatAmount(settings.amount),
        currency,
        used,
        forecast,
        notifyAt: settings.notifyAt,
        from: 'config',
      })
    : undefined;
}
