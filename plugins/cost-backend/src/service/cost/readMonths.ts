import {
  addDays,
  type ChargeKind,
  type CostCategory,
  type CostMetric,
  monthOf,
  type NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Months that an answer has at most. */
export const MONTHS = 13;

/** First of the months that are shown, of which the running one is the last. */
export function firstMonth(runningMonth: string): string {
  let month = runningMonth;
  for (let n = 1; n < MONTHS; n++) {
    month = monthOf(addDays(month, -1));
  }
  return month;
}

/** A part of what a month cost. */
export interface MonthPart {
  category: CostCategory;
  kind: ChargeKind;
  amount: NanoUnits;
}

/** What a month cost, and what it is made of. */
export interface MonthCost {
  month: string;
  amount: NanoUnits;
  parts: MonthPart[];
}

/** What services cost together in each of the last 13 months, oldest first. */
export async function readMonths(options: {
  client: Knex;
  entityRefs: readonly string[];
  /** First day of the running month. */
  runningMonth: string;
  metric: CostMetric;
  currency: string;
}): Promise<MonthCost[]> {
  const { client, entityRefs, runningMonth, metric, currency } = options;
  const months = new Map<string, MonthCost>();
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: Array<
      Omit<MonthPart, 'amount'> & { month: string; amount: string }
    > = await client('cost_monthly')
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .whereBetween('month', [firstMonth(runningMonth), runningMonth])
      .where({ currency })
      .groupBy('month', 'category', 'kind')
      .orderBy(['month', 'category', 'kind'])
      .select(
        'month',
        'category',
        'kind',
        client.raw('cast(sum(??) as text) as amount', [metric]),
      );
    for (const { month, ...row } of rows) {
      const known = months.get(month) ?? { month, amount: 0n, parts: [] };
      months.set(month, known);
      const amount = BigInt(row.amount);
      known.amount += amount;
      known.parts.push({ ...row, amount });
    }
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
