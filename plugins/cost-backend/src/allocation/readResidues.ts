import { COST_METRICS, type CostAmounts } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { exactOf, parseExact } from './exactDecimals';

/** What the lines of an account come to. */
export interface BilledSum {
  source: string;
  account: string;
  currency: string;
  /** Nano-units. */
  amounts: CostAmounts;
}

/**
 * What bills come to before rounding, above what their lines come to, which
 * are whole nano-units: the quantisation residue. A source that does not tell
 * its exact sums has none.
 *
 * @returns units of 10^-15, by currency
 */
export async function readResidues(options: {
  trx: Knex;
  billingMonth: string;
  billed: readonly BilledSum[];
}): Promise<Map<string, CostAmounts>> {
  const { trx, billingMonth, billed } = options;
  const rows: ExactRow[] = await trx('cost_bill_total')
    .where('billing_month', billingMonth)
    .select('source', 'billing_account', 'currency', ...COST_METRICS);
  const exact = new Map(
    rows.map(row => [
      keyOf(row.source, row.billing_account, row.currency),
      row,
    ]),
  );
  const residues = new Map<string, CostAmounts>();
  for (const { source, account, currency, amounts } of billed) {
    const row = exact.get(keyOf(source, account, currency));
    if (row) {
      const sum = residues.get(currency) ?? {
        billed: 0n,
        effective: 0n,
        contracted: 0n,
        list: 0n,
      };
      residues.set(currency, sum);
      for (const metric of COST_METRICS) {
        sum[metric] += parseExact(row[metric]) - exactOf(amounts[metric]);
      }
    }
  }
  return residues;
}

interface ExactRow extends Record<keyof CostAmounts, string> {
  source: string;
  billing_account: string;
  currency: string;
}

function keyOf(source: string, account: string, currency: string): string {
  return JSON.stringify([source, account, currency]);
}
