import type { CostAmounts } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../database/amountColumns';
import { firstMonth } from '../service/cost/readMonths';

/** What a service cost in a month. */
export interface ServiceMonth {
  entityRef: string;
  currency: string;
  month: string;
  amounts: CostAmounts;
}

/** What each of some services cost in each of 13 months, oldest first. */
export async function readServiceMonths(options: {
  client: Knex;
  entityRefs: readonly string[];
  runningMonth: string;
}): Promise<ServiceMonth[]> {
  const { client, entityRefs, runningMonth } = options;
  const rows: Array<
    AmountColumns & { entity_ref: string; currency: string; month: string }
  > = await client('cost_monthly')
    .whereIn('entity_ref', [...entityRefs])
    .whereBetween('month', [firstMonth(runningMonth), runningMonth])
    .groupBy('entity_ref', 'currency', 'month')
    .orderBy('month')
    .select(
      'entity_ref',
      'currency',
      'month',
      ...selectAmounts(client, { sum: true }),
    );
  return rows.map(row => ({
    entityRef: row.entity_ref,
    currency: row.currency,
    month: row.month,
    amounts: fromAmountColumns(row),
  }));
}
