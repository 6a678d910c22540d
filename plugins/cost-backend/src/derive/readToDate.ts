import type { CostAmounts } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../database/amountColumns';
import { serviceKey } from './readServiceDays';

/**
 * What each of some services cost in some days, by all metrics.
 *
 * @returns by `<ref>|<currency>`
 */
export async function readToDate(options: {
  client: Knex;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<Map<string, CostAmounts>> {
  const { client, entityRefs, from, to } = options;
  const rows: Array<AmountColumns & { entity_ref: string; currency: string }> =
    await client('cost_daily')
      .whereIn('entity_ref', [...entityRefs])
      .where('day', '>=', from)
      .where('day', '<', to)
      .groupBy('entity_ref', 'currency')
      .select(
        'entity_ref',
        'currency',
        ...selectAmounts(client, { sum: true }),
      );
  return new Map(
    rows.map(row => [
      serviceKey(row.entity_ref, row.currency),
      fromAmountColumns(row),
    ]),
  );
}
