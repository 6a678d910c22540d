import type { BillTotal } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import type { BillPeriod } from './LineStage';

/** Rows in a statement. */
const CHUNK = 100;

/**
 * Puts the exact sums of bills beside their lines, which are rounded to
 * nano-units: the difference is what rounding left, told and not hidden.
 *
 * @param options.periods - all that the delivery is, or was, the bill of
 */
export async function writeExactTotals(options: {
  trx: Knex;
  source: string;
  periods: readonly BillPeriod[];
  exact: readonly BillTotal[];
}): Promise<void> {
  const { trx, source, periods, exact } = options;
  for (const period of periods) {
    await trx('cost_bill_total')
      .where({
        source,
        billing_account: period.billingAccount,
        billing_month: period.billingMonth,
      })
      .delete();
  }
  for (let start = 0; start < exact.length; start += CHUNK) {
    await trx('cost_bill_total').insert(
      exact.slice(start, start + CHUNK).map(total => ({
        source,
        billing_account: total.billingAccount,
        billing_month: total.billingMonth,
        currency: total.currency,
        billed: total.billed,
        effective: total.effective,
        contracted: total.contracted,
        list: total.list,
      })),
    );
  }
}
