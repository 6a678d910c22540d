import { isKnown, type KnownPoint } from '../lastKnown';
import type { TimePoint } from '../TimeRange';

/** A fall of the budget. @internal */
export interface Fall {
  from: KnownPoint;
  to: KnownPoint;
  /** Positive, as share of the budget. */
  depth: number;
}

/** What counts as one fall lasts at most this long, in milliseconds. */
const LONGEST = 6 * 3_600_000;

/**
 * The deepest fall of the budget within six hours: what a reader should look
 * at first.
 *
 * @internal
 */
export function largestFall(points: readonly TimePoint[]): Fall | undefined {
  const known = points.filter(isKnown);
  let best: Fall | undefined;
  let start = 0;
  // Indices of candidates for the highest point of the last six hours, their
  // values falling: the first of them is the highest.
  const highest: number[] = [];
  known.forEach((point, index) => {
    while (known[start].at.getTime() < point.at.getTime() - LONGEST) {
      start += 1;
    }
    while (highest.length > 0 && highest[0] < start) {
      highest.shift();
    }
    if (highest.length > 0) {
      const from = known[highest[0]];
      const depth = from.value - point.value;
      if (depth > (best?.depth ?? 0)) {
        best = { from, to: point, depth };
      }
    }
    while (
      highest.length > 0 &&
      known[highest[highest.length - 1]].value <= point.value
    ) {
      highest.pop();
    }
    highest.push(index);
  });
  return best;
}
