import {
  addAmounts,
  COST_METRICS,
  type CostAmounts,
  monthOf,
  NO_COST,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../database/amountColumns';
import { formatExact } from './exactDecimals';
import type { WrittenMonth } from './MonthWriter';
import { type InvoicedSum, keepInvoices } from './keepInvoices';
import { type BilledSum, readResidues } from './readResidues';

/**
 * Keeps the sum of a month's bill beside the sum of its parts, both as the
 * database adds them up now, so that no page has to look at every line.
 */
export async function keepConservation(options: {
  trx: Knex;
  billingMonth: string;
  /** That the bill has lines of. */
  days: readonly string[];
  written: WrittenMonth;
  pace: Pace;
}): Promise<void> {
  const { trx, billingMonth, days } = options;
  await trx('cost_conservation').where('billing_month', billingMonth).delete();
  const invoiced = await sumLines(options);
  await keepInvoices({ trx, billingMonth, sums: invoiced });
  if (days.length === 0) {
    return;
  }
  const billed = byAccount(invoiced);
  const residues = await readResidues({ trx, billingMonth, billed });
  const bills = sumByCurrency(billed);
  const parts = sumByCurrency(await sumParts(options));
  for (const currency of new Set([...bills.keys(), ...parts.keys()])) {
    const bill = bills.get(currency) ?? NO_COST;
    const part = parts.get(currency) ?? NO_COST;
    await trx('cost_conservation').insert({
      billing_month: billingMonth,
      currency,
      ...Object.fromEntries(
        COST_METRICS.flatMap(metric => [
          [`bill_${metric}`, bill[metric].toString()],
          [`parts_${metric}`, part[metric].toString()],
          [
            `residue_${metric}`,
            formatExact(residues.get(currency)?.[metric] ?? 0n),
          ],
        ]),
      ),
    });
  }
}

type Summed = { currency: string; amounts: CostAmounts };

/** By source, account, currency and month of use. */
async function sumLines(options: {
  trx: Knex;
  billingMonth: string;
  days: readonly string[];
  pace: Pace;
}): Promise<InvoicedSum[]> {
  const { trx, billingMonth, days, pace } = options;
  const sums = new Map<string, InvoicedSum>();
  for (const day of days) {
    const rows: Array<
      AmountColumns & {
        source: string;
        billing_account: string;
        currency: string;
      }
    > = await trx('cost_line')
      .where({ billing_month: billingMonth, day })
      .groupBy('source', 'billing_account', 'currency')
      .select(
        'source',
        'billing_account',
        'currency',
        ...selectAmounts(trx, { sum: true }),
      );
    for (const row of rows) {
      const { source, billing_account: account, currency } = row;
      const usageMonth = monthOf(day);
      const key = JSON.stringify([source, account, currency, usageMonth]);
      const known = sums.get(key)?.amounts ?? NO_COST;
      const amounts = addAmounts(known, fromAmountColumns(row));
      sums.set(key, { source, account, currency, usageMonth, amounts });
    }
    await pace.rest();
  }
  return [...sums.values()];
}

/** Each account's months of use together. */
function byAccount(invoiced: readonly InvoicedSum[]): BilledSum[] {
  const sums = new Map<string, BilledSum>();
  for (const { source, account, currency, amounts } of invoiced) {
    const key = JSON.stringify([source, account, currency]);
    const known = sums.get(key)?.amounts ?? NO_COST;
    const sum = addAmounts(known, amounts);
    sums.set(key, { source, account, currency, amounts: sum });
  }
  return [...sums.values()];
}

async function sumParts(options: {
  trx: Knex;
  billingMonth: string;
  written: WrittenMonth;
  pace: Pace;
}): Promise<Summed[]> {
  const { trx, billingMonth, written, pace } = options;
  const sums: Summed[] = [];
  for (const day of written.days) {
    const rows: Array<AmountColumns & { currency: string }> = await trx(
      'cost_daily',
    )
      .where({ billing_month: billingMonth, day })
      .groupBy('currency')
      .select('currency', ...selectAmounts(trx, { sum: true }));
    for (const row of rows) {
      sums.push({ currency: row.currency, amounts: fromAmountColumns(row) });
    }
    await pace.rest();
  }
  return sums;
}

function sumByCurrency(all: readonly Summed[]): Map<string, CostAmounts> {
  const sums = new Map<string, CostAmounts>();
  for (const { currency, amounts } of all) {
    sums.set(currency, addAmounts(sums.get(currency) ?? NO_COST, amounts));
  }
  return sums;
}
