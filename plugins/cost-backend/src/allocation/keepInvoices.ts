import { COST_METRICS, type CostAmounts } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** What the lines of an account come to, of one month of use. Nano-units. */
export interface InvoicedSum {
  source: string;
  account: string;
  currency: string;
  /** First day of the month in which it was used. */
  usageMonth: string;
  amounts: CostAmounts;
}

/**
 * Keeps what the invoices of a billing month come to, by the month of the use
 * that they charge, so that each can be compared with what a provider billed.
 */
export async function keepInvoices(options: {
  trx: Knex;
  billingMonth: string;
  sums: readonly InvoicedSum[];
}): Promise<void> {
  const { trx, billingMonth, sums } = options;
  await trx('cost_invoice').where('billing_month', billingMonth).delete();
  for (const { source, account, currency, usageMonth, amounts } of sums) {
    await trx('cost_invoice').insert({
      billing_month: billingMonth,
      source,
      billing_account: account,
      currency,
      usage_month: usageMonth,
      ...Object.fromEntries(
        COST_METRICS.map(metric => [metric, amounts[metric].toString()]),
      ),
    });
  }
}
