import { median } from 'simple-statistics';
import { dayNumber } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import type { PairedDay } from '../unitCost/pairDays';

/** Weekly changes below which nothing is said. */
const FEWEST_CHANGES = 14;

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Standard errors of a median in those of a mean: sqrt(pi / 2). */
const MEDIAN_ERROR = 1.2533;

/** How cost and volume changed from one week to the next, as logarithms. */
interface WeeklyChange {
  cost: number;
  volume: number;
}

/**
 * How much of a change of traffic the cost follows: 1 if it is all per
 * request, 0.4 if three fifths are fixed. Least absolute deviations of weekly
 * changes, so that weekdays and steps do not count. It is 1 unless the days
 * show beyond doubt that it is less: a plain unit cost is what people expect.
 */
export function volumeElasticity(pairs: readonly PairedDay[]): number {
  const changes = weeklyChanges(pairs);
  const squares = changes.reduce((sum, { volume }) => sum + volume ** 2, 0);
  if (changes.length < FEWEST_CHANGES || squares === 0) {
    return 1;
  }
  const slope = leastDeviations(changes);
  const spread =
    MAD_TO_DEVIATION *
    median(changes.map(({ cost, volume }) => Math.abs(cost - slope * volume)));
  const error = (MEDIAN_ERROR * spread) / Math.sqrt(squares);
  return 1 - slope > 2 * error ? Math.max(0, slope) : 1;
}

function weeklyChanges(pairs: readonly PairedDay[]): WeeklyChange[] {
  const logs = new Map(
    pairs
      .filter(({ amount }) => amount > 0n)
      .map(({ day, amount, volume }) => [
        dayNumber(day),
        { cost: Math.log(unitsOf(amount)), volume: Math.log(volume) },
      ]),
  );
  return [...logs].flatMap(([day, now]) => {
    const then = logs.get(day - 7);
    return then
      ? [{ cost: now.cost - then.cost, volume: now.volume - then.volume }]
      : [];
  });
}

/** The slope through zero: the median of the ratios, by size of the volume. */
function leastDeviations(changes: readonly WeeklyChange[]): number {
  const ratios = changes
    .filter(({ volume }) => volume !== 0)
    .map(({ cost, volume }) => ({
      ratio: cost / volume,
      weight: Math.abs(volume),
    }))
    .sort((a, b) => a.ratio - b.ratio);
  const half = ratios.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { ratio, weight } of ratios) {
    sum += weight;
    if (sum >= half) {
      return ratio;
    }
  }
  return 1;
}
