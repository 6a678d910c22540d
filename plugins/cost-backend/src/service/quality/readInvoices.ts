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

type Invoice = DataQuality['invoices'][number];

interface InvoiceRow extends Record<CostMetric, string> {
  source: string;
  billing_account: string;
  billing_month: string;
  currency: string;
  /** Of those that the allocation kept. */
  usage_month: string;
}

/** Invoices that are told at most, whole months of them. */
const MOST = 500;

/** Months of which invoices are told: the running one and a year before it. */
const MONTHS = 13;

/**
 * What each source and account charges in each month's bill, newest first, to
 * the last digit that it was delivered with; of months that are allotted.
 */
export async function readInvoices(
  client: Knex,
): Promise<DataQuality['invoices']> {
  const newest = client('cost_invoice')
    .distinct('billing_month')
    .orderBy('billing_month', 'desc')
    .limit(MONTHS);
  const months: string[] = await newest.pluck('billing_month');
  const isAllotted = (query: Knex.QueryBuilder) =>
    query
      .whereIn('billing_month', months)
      .whereNotIn(
        'billing_month',
        client('cost_dirty').select('billing_month'),
      );
  const rows: InvoiceRow[] = await isAllotted(client('cost_invoice'))
    .orderBy('billing_month', 'desc')
    .orderBy(['source', 'billing_account', 'currency', 'usage_month']);
  const exact: InvoiceRow[] = await isAllotted(client('cost_bill_total'));
  const delivered = new Map(exact.map(row => [keyOf(row), row]));
  const invoices = new Map<string, InvoiceRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    invoices.set(key, [...(invoices.get(key) ?? []), row]);
  }
  const all = [...invoices].map(([key, parts]) =>
    toInvoice(parts, delivered.get(key)),
  );
  return all.slice(0, wholeMonths(all));
}

function toInvoice(
  parts: readonly InvoiceRow[],
  delivered: InvoiceRow | undefined,
): Invoice {
  const [first] = parts;
  const others = parts.filter(part => part.usage_month !== part.billing_month);
  return {
    source: first.source,
    billingAccount: first.billing_account,
    billingMonth: first.billing_month,
    currency: first.currency,
    bill: texts(metric =>
      delivered ? parseExact(delivered[metric]) : sumOf(parts, metric),
    ),
    ...(others.length > 0 && {
      ofOtherMonths: texts(metric => sumOf(others, metric)),
    }),
  };
}

function sumOf(parts: readonly InvoiceRow[], metric: CostMetric): bigint {
  return exactOf(parts.reduce((sum, part) => sum + BigInt(part[metric]), 0n));
}

function texts(of: (metric: CostMetric) => bigint): Record<CostMetric, string> {
  return Object.fromEntries(
    COST_METRICS.map(metric => [metric, formatExact(of(metric))]),
  ) as Record<CostMetric, string>;
}

function keyOf(row: InvoiceRow): string {
  const { source, billing_account: account, billing_month: month } = row;
  return JSON.stringify([month, source, account, row.currency]);
}

/** How many of the invoices make whole months, of the newest. */
function wholeMonths(all: readonly Invoice[]): number {
  if (all.length <= MOST) {
    return all.length;
  }
  const cut = all[MOST].billingMonth;
  const start = all.findIndex(({ billingMonth }) => billingMonth === cut);
  // one month alone is told whole, however long it is
  const next = all.findIndex(({ billingMonth }) => billingMonth < cut);
  return start > 0 || next < 0 ? start || all.length : next;
}
