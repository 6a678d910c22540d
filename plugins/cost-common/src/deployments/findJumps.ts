import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { type CostStep, sumBefore } from './CostStep';

/** Smallest deviation of a day from its weekday that is believed, ratio. */
export const FLOOR = 0.002;

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Days on each side that are compared. */
const DAYS = 4;
/** Those of them that are known, at least. */
const FEWEST_DAYS = 3;

/** Deviations of a day from which on a level is another, beyond doubt. */
const BEYOND_DOUBT = 3;

/** Days between those that tell how much days differ: noise has a memory. */
const APART = 3;

/**
 * Where the level of a series is plainly another, whoever did it: noise is
 * read from what is left, or a few steps would pass for unrest.
 *
 * @param values - logarithms by number of the day, weekdays taken out
 */
export function findJumps(values: ReadonlyMap<number, number>): CostStep[] {
  const most = BEYOND_DOUBT * Math.max(FLOOR, deviationOf(values));
  const jumps: CostStep[] = [];
  while (jumps.length < values.size / 7) {
    const [largest] = [...values.keys()]
      .filter(day => jumps.every(jump => jump.day !== day - 0.5))
      .flatMap(day => jumpAt(values, day, jumps) ?? [])
      .sort((a, b) => b.sure - a.sure);
    if (!largest || largest.sure <= most) {
      break;
    }
    const { day, change } = largest;
    jumps.push({ day, change });
  }
  return jumps;
}

/** How far a day's level is from the one of the days before it. */
function jumpAt(
  values: ReadonlyMap<number, number>,
  first: number,
  jumps: readonly CostStep[],
): (CostStep & { sure: number }) | undefined {
  const level = (from: number) =>
    Array.from({ length: DAYS }, (_, n) => from + n)
      .flatMap(day => {
        const value = values.get(day);
        return value === undefined ? [] : [value - sumBefore(day, jumps)];
      })
      .sort((a, b) => a - b);
  const before = level(first - DAYS);
  const after = level(first);
  if (Math.min(before.length, after.length) < FEWEST_DAYS) {
    return undefined;
  }
  // Most of the days on each side are apart by so much: two days are no level.
  const rise = (a: readonly number[], b: readonly number[]) =>
    b[Math.floor((b.length - 1) / 2)] - a[Math.floor(a.length / 2)];
  return {
    day: first - 0.5,
    change: median(after) - median(before),
    sure: Math.max(rise(before, after), rise(after, before)),
  };
}

/** From one day to another soon after, so that a step counts a few times. */
function deviationOf(values: ReadonlyMap<number, number>): number {
  const changes = [...values].flatMap(([day, value]) => {
    const before = values.get(day - APART);
    return before === undefined ? [] : [value - before];
  });
  return changes.length > 1
    ? (MAD_TO_DEVIATION * medianAbsoluteDeviation(changes)) / Math.SQRT2
    : 0;
}
