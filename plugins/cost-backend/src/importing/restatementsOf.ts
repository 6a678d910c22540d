import {
  COST_METRICS,
  type CostMetric,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import type { KeySum } from './KeySums';
import type { BillPeriod } from './LineStage';

/** How many of the keys that moved are named. */
const LARGEST = 5;

/** A month that is there with another sum than before. Amounts are nano-units. */
export interface RestatedMonth extends BillPeriod {
  currency: string;
  metric: CostMetric;
  before: bigint;
  after: bigint;
  /** Keys that moved most, as they are stored. */
  largest: Array<{ name: string; keyId: string; difference: string }>;
}

const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * Compares a period's sums before and after, for each currency and metric.
 * Sums that are the same say nothing, even where keys have moved.
 */
export function restatementsOf(options: {
  period: BillPeriod;
  before: readonly KeySum[];
  after: readonly KeySum[];
}): RestatedMonth[] {
  const { period, before, after } = options;
  const currencies = [
    ...new Set([...before, ...after].map(({ currency }) => currency)),
  ].sort();
  return currencies.flatMap(currency =>
    COST_METRICS.flatMap((metric): RestatedMonth[] => {
      const total = (sums: readonly KeySum[]) =>
        sums
          .filter(sum => sum.currency === currency)
          .reduce((all, { amounts }) => all + amounts[metric], 0n);
      const [old, fresh] = [total(before), total(after)];
      return old === fresh
        ? []
        : [
            {
              ...period,
              currency,
              metric,
              before: old,
              after: fresh,
              largest: largestOf({ before, after, currency, metric }),
            },
          ];
    }),
  );
}

function largestOf(options: {
  before: readonly KeySum[];
  after: readonly KeySum[];
  currency: string;
  metric: CostMetric;
}): RestatedMonth['largest'] {
  const { before, after, currency, metric } = options;
  const moved = new Map<string, { name: string; difference: bigint }>();
  const add = (sums: readonly KeySum[], sign: bigint) => {
    for (const sum of sums) {
      if (sum.currency === currency) {
        const known = moved.get(sum.keyId)?.difference ?? 0n;
        moved.set(sum.keyId, {
          name: sum.product,
          difference: known + sign * sum.amounts[metric],
        });
      }
    }
  };
  add(before, -1n);
  add(after, 1n);
  return [...moved]
    .filter(([, { difference }]) => difference !== 0n)
    .sort(([idOne, one], [idOther, other]) => {
      const by = magnitude(other.difference) - magnitude(one.difference);
      return by === 0n ? idOne.localeCompare(idOther) : Number(by > 0n) * 2 - 1;
    })
    .slice(0, LARGEST)
    .map(([keyId, { name, difference }]) => ({
      name,
      keyId,
      difference: formatAmount(difference),
    }));
}
