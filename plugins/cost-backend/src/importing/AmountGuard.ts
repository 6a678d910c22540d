import { type BillLine, COST_METRICS } from '@plimsoll/plugin-cost-common';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';

/** Nano-units that a column of 64 bits holds, and any part of them. */
const LARGEST = 2n ** 63n - 1n;

/**
 * Refuses bills whose sums no column holds: SQLite would silently keep the
 * largest number there is instead, PostgreSQL fail at every attempt. Charges
 * and credits are both counted up, so that no part is too large either.
 */
export class AmountGuard {
  readonly #sums = new Map<string, bigint[]>();

  static create(): AmountGuard {
    return new AmountGuard();
  }

  private constructor() {}

  /** @throws BillRefusedError when the month is too large with this line */
  add(line: Pick<BillLine, 'billingMonth' | 'currency' | 'amounts'>): void {
    const { billingMonth, currency, amounts } = line;
    const key = `${billingMonth} ${currency}`;
    const sums = this.#sums.get(key) ?? COST_METRICS.map(() => 0n);
    this.#sums.set(key, sums);
    COST_METRICS.forEach((metric, index) => {
      const amount = amounts[metric];
      sums[index] += amount < 0n ? -amount : amount;
      if (sums[index] > LARGEST) {
        const month = billingMonth.slice(0, 7);
        throw BillRefusedError.of({
          rule: 'too-much-money',
          place: `${month}, ${currency}`,
          message:
            `The bill of ${month} has more than 9.2 thousand million ${currency} ${metric} cost, ` +
            `which cannot be summed exactly: check the amounts and the currency of the export`,
        });
      }
    });
  }
}
