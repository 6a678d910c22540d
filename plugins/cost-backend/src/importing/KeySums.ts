import {
  COST_METRICS,
  type CostAmounts,
  type CostMetric,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { BillPeriod } from './LineStage';

/** What a key costs in a period, over days that were complete. */
export interface KeySum extends BillPeriod {
  currency: string;
  keyId: string;
  product: string;
  amounts: CostAmounts;
}

/**
 * Sums of one period by key and currency.
 *
 * @param options.before - days from this one on are left out
 */
export async function readKeySums(options: {
  trx: Knex;
  source: string;
  period: BillPeriod;
  before: string;
}): Promise<KeySum[]> {
  const { trx, source, period, before } = options;
  const sum = (metric: CostMetric) =>
    trx.raw(`cast(sum(cost_line.${metric}) as text) as ${metric}`);
  const rows = await trx('cost_line')
    .join('cost_key', 'cost_key.id', 'cost_line.key_id')
    .where({
      'cost_line.source': source,
      'cost_line.billing_account': period.billingAccount,
      'cost_line.billing_month': period.billingMonth,
    })
    .where('cost_line.day', '<', before)
    .groupBy('cost_line.currency', 'cost_line.key_id', 'cost_key.product')
    .select(
      'cost_line.currency',
      'cost_line.key_id',
      'cost_key.product',
      ...COST_METRICS.map(sum),
    );
  return rows.map(row => ({
    ...period,
    currency: row.currency,
    keyId: row.key_id,
    product: row.product,
    amounts: {
      billed: BigInt(row.billed),
      effective: BigInt(row.effective),
      contracted: BigInt(row.contracted),
      list: BigInt(row.list),
    },
  }));
}
