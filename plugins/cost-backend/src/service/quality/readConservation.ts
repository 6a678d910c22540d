import {
  COST_METRICS,
  type CostMetric,
  type DataQuality,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  exactOf,
  formatExact,
  parseExact,
} from '../../allocation/exactDecimals';

/**
 * The bill of each month beside the sum of its parts, newest first, of months
 * that are allotted: others have no parts yet. Reads what the allocation kept, a
 * row a month.
 */
export async function readConservation(
  client: Knex,
): Promise<DataQuality['conservation']> {
  const rows: Array<Record<string, string>> = await client('cost_conservation')
    .whereNotIn('billing_month', client('cost_dirty').select('billing_month'))
    .orderBy('billing_month', 'desc')
    .orderBy('currency');
  return rows.flatMap(row =>
    COST_METRICS.map(metric => toItem({ row, metric })),
  );
}

/** Sums in units of 10^-15. */
function toItem(options: {
  row: Record<string, string>;
  metric: CostMetric;
}): DataQuality['conservation'][number] {
  const { row, metric } = options;
  const residue = parseExact(row[`residue_${metric}`]);
  const bill = exactOf(BigInt(row[`bill_${metric}`])) + residue;
  const parts = exactOf(BigInt(row[`parts_${metric}`]));
  return {
    billingMonth: row.billing_month,
    currency: row.currency,
    metric,
    bill: formatExact(bill),
    allocated: formatExact(parts),
    residue: formatExact(residue),
    difference: formatExact(bill - parts - residue),
  };
}
