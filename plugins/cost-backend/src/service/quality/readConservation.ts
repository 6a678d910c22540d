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

type Sums = Record<'bill' | 'parts' | 'residue', bigint>;

/**
 * The bill beside the sum of its parts, of months that are allotted: others
 * have no parts yet. Reads what the allocation kept, a row a month.
 */
export async function readConservation(
  client: Knex,
): Promise<DataQuality['conservation']> {
  const rows: Array<Record<string, string>> = await client('cost_conservation')
    .whereNotIn('billing_month', client('cost_dirty').select('billing_month'))
    .orderBy(['currency', 'billing_month']);
  return [...new Set(rows.map(({ currency }) => currency))].flatMap(currency =>
    COST_METRICS.map(metric =>
      toItem({
        currency,
        metric,
        sums: sumOf(
          rows.filter(row => row.currency === currency),
          metric,
        ),
      }),
    ),
  );
}

/** In units of 10^-15. */
function sumOf(
  rows: ReadonlyArray<Record<string, string>>,
  metric: CostMetric,
): Sums {
  const sums: Sums = { bill: 0n, parts: 0n, residue: 0n };
  for (const row of rows) {
    const residue = parseExact(row[`residue_${metric}`]);
    sums.bill += exactOf(BigInt(row[`bill_${metric}`])) + residue;
    sums.parts += exactOf(BigInt(row[`parts_${metric}`]));
    sums.residue += residue;
  }
  return sums;
}

function toItem(options: {
  currency: string;
  metric: CostMetric;
  sums: Sums;
}): DataQuality['conservation'][number] {
  const { currency, metric, sums } = options;
  return {
    currency,
    metric,
    bill: formatExact(sums.bill),
    allocated: formatExact(sums.parts),
    residue: formatExact(sums.residue),
    difference: formatExact(sums.bill - sums.parts - sums.residue),
  };
}
