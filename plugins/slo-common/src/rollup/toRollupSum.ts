import { sliOf } from '../budget/sliOf';
import { parseSumKey } from './rollupPart';
import type { RawRollupSum, RollupSum, RollupUnit } from './RollupSum';

/** @public */
export interface ToRollupSumOptions
  extends Pick<
    RollupSum,
    'objectives' | 'services' | 'bad' | 'total' | 'coverage'
  > {
  /** Text of a `SumKey`. */
  sumKey: string;
  /** The same of all that was measured; absent: nothing is corrected. */
  corrected?: Omit<RawRollupSum, 'sli'>;
}

/**
 * A sum with what follows from it: `sli = good / total`.
 *
 * @public
 */
export function toRollupSum(options: ToRollupSumOptions): RollupSum {
  const { sumKey, corrected, ...sum } = options;
  return {
    ...parseSumKey(sumKey),
    ...sum,
    good: Math.max(0, sum.total - sum.bad),
    sli: sliOf(sum),
    ...(corrected && {
      corrected: { ...corrected, sli: sliOf(corrected) },
    }),
  };
}

const UNITS: RollupUnit[] = ['events', 'readings', 'slices'];

/**
 * Sums in the order of what they say of all: events first, then those of most
 * services, of most objectives, of most units. Gives a new list.
 *
 * @public
 */
export function sortSums(sums: readonly RollupSum[]): RollupSum[] {
  return [...sums].sort(
    (a, b) =>
      UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit) ||
      b.services - a.services ||
      b.objectives - a.objectives ||
      b.total - a.total,
  );
}
