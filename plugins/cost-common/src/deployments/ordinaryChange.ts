import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { FLOOR } from './findJumps';
import type { UnitCostSeries } from './UnitCostSeries';

/** MADs of a normal distribution in its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Standard errors of a median of weekly changes in those of as many changes
 * that share no days: sqrt(pi / 2), times sqrt(1 - 4 / pi * asin(1 / 2)), for
 * what a day adds to one change it takes from the next.
 */
const MEDIAN_ERROR = 0.7236;

/** Changes further out than so many deviations are steps, not noise. */
const STEP_DEVIATIONS = 3;

/** Days over which a dear day is likely to be followed by another. */
const MEMORY_DAYS = 6;

/** Weekly changes from which on that is looked at. */
const FEWEST_CHANGES = 14;

/** How much days differ where nothing went live. */
export interface OrdinaryChange {
  /** Of the same weekdays a week apart. */
  deviation: number;
  samples: number;
  /** How much a day is above the day a week before by and by, and its error. */
  weekly: number;
  weeklyError: number;
  /**
   * How much further the mean of many days wanders than that says, since a
   * dear day is often followed by another; 1 or more.
   */
  unrest: number;
}

/** How much unit costs change anyway, but for where their level jumps. */
export function ordinaryChange(series: UnitCostSeries): OrdinaryChange {
  const { jumps } = series;
  const changes = new Map(
    series.days
      .map(
        day =>
          [day, series.at(day, jumps) - series.at(day - 7, jumps)] as const,
      )
      .filter(([, change]) => !Number.isNaN(change)),
  );
  const deviation =
    changes.size > 1
      ? MAD_TO_DEVIATION * medianAbsoluteDeviation([...changes.values()])
      : 0;
  const unrest = unrestOf(changes, deviation);
  return {
    samples: changes.size,
    deviation,
    unrest,
    ...(changes.size < FEWEST_CHANGES
      ? { weekly: 0, weeklyError: 0 }
      : {
          weekly: median([...changes.values()]),
          weeklyError:
            (MEDIAN_ERROR * unrest * Math.max(deviation, FLOOR)) /
            Math.sqrt(changes.size),
        }),
  };
}

/** By autocovariances with falling weights (Newey and West), steps left out. */
function unrestOf(
  changes: ReadonlyMap<number, number>,
  deviation: number,
): number {
  const most = STEP_DEVIATIONS * deviation;
  const ordinary = new Map(
    [...changes].filter(([, change]) => Math.abs(change) <= most),
  );
  const variance = covariance(ordinary, 0);
  if (ordinary.size < FEWEST_CHANGES || variance === 0) {
    return 1;
  }
  let factor = 1;
  for (let lag = 1; lag <= MEMORY_DAYS; lag++) {
    const weight = 2 * (1 - lag / (MEMORY_DAYS + 1));
    factor += (weight * covariance(ordinary, lag)) / variance;
  }
  return Math.sqrt(Math.max(1, factor));
}

function covariance(changes: ReadonlyMap<number, number>, lag: number): number {
  const products = [...changes].flatMap(([day, change]) => {
    const before = changes.get(day - lag);
    return before === undefined ? [] : [change * before];
  });
  return (
    products.reduce((sum, one) => sum + one, 0) / Math.max(1, products.length)
  );
}
