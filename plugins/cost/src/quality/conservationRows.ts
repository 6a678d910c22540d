import type { CostMetric, DataQuality } from '@plimsoll/plugin-cost-common';

/** A month's bill beside the sum of its parts, or one of its invoices. */
export interface ConservationRow {
  id: string;
  /** First day of the month whose bill it is. */
  month: string;
  currency: string;
  bill: string;
  /** Of one invoice: whose. */
  invoice?: { source: string; billingAccount: string };
  /** Invoices of the month. */
  invoices: number;
  /** Of it for use of other months. */
  ofOtherMonths?: string;
  /** Of the whole month, where the parts are compared. */
  parts?: { allocated: string; residue: string; difference: string };
}

/**
 * Each month with its invoices below it, newest first. A month of one invoice
 * is one row.
 */
export function conservationRows(
  options: Pick<DataQuality, 'conservation' | 'invoices'> & {
    metric: CostMetric;
  },
): ConservationRow[] {
  const { conservation, invoices, metric } = options;
  return conservation
    .filter(one => one.metric === metric)
    .flatMap(({ billingMonth, currency, bill, ...parts }) => {
      const own = invoices.filter(
        one => one.billingMonth === billingMonth && one.currency === currency,
      );
      const head = { month: billingMonth, currency, invoices: own.length };
      const rows = own.map((invoice): ConservationRow => {
        const { source, billingAccount, ofOtherMonths } = invoice;
        return {
          ...head,
          id: [billingMonth, currency, source, billingAccount].join(' '),
          bill: invoice.bill[metric],
          invoice: { source, billingAccount },
          ...(ofOtherMonths &&
            Number(ofOtherMonths[metric]) !== 0 && {
              ofOtherMonths: ofOtherMonths[metric],
            }),
        };
      });
      return rows.length === 1
        ? [{ ...rows[0], bill, parts }]
        : [
            { ...head, id: `${billingMonth} ${currency}`, bill, parts },
            ...rows,
          ];
    });
}

/** What does not add up, in any metric: nothing, or something is broken. */
export function brokenOf(
  conservation: DataQuality['conservation'],
): DataQuality['conservation'] {
  return conservation.filter(({ difference }) => Number(difference) !== 0);
}
