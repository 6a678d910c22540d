import {
  type Bucket,
  budgetSpent,
  burnRate,
  type Explanation,
  isoInstant,
} from '@plimsoll/plugin-slo-common';

/** How many stretches are told. */
const MAX_STRETCHES = 5;
/** Quiet seconds that may lie within one stretch. */
const BRIDGE_SECONDS = 1_800;

interface Stretch {
  from: number;
  to: number;
  bad: number;
}

/**
 * Where the budget of a window went: the stretches that burned faster than
 * allowed, the largest first. Steady spending below that is in none of them.
 *
 * @param options.buckets - of the window, ordered by start
 * @param options.windowTotal - units of the whole window
 */
export function spentStretches(options: {
  buckets: readonly Bucket[];
  target: number;
  windowTotal: number;
}): Explanation['spent'] {
  const { buckets, target, windowTotal } = options;
  const stretches: Stretch[] = [];
  for (const bucket of buckets) {
    if ((burnRate({ target, ...bucket }) ?? 0) > 1) {
      const last = stretches[stretches.length - 1];
      const end = bucket.start + bucket.seconds;
      if (last && bucket.start - last.to <= BRIDGE_SECONDS) {
        last.to = end;
        last.bad += bucket.bad;
      } else {
        stretches.push({ from: bucket.start, to: end, bad: bucket.bad });
      }
    }
  }
  return stretches
    .sort((a, b) => b.bad - a.bad)
    .slice(0, MAX_STRETCHES)
    .map(({ from, to, bad }) => ({
      from: isoInstant(from),
      to: isoInstant(to),
      bad,
      share: budgetSpent({ target, bad, windowTotal }) ?? 0,
    }));
}
