import { wilsonInterval } from '@plimsoll/plugin-stability-common';
import type { ImpactDoubt } from './ImpactDoubt';
import type { MeasuredStep, RatioChange, RatioSample } from './RatioChange';

/** Units on each side under which a share says nothing. */
const FEWEST_UNITS = 5;
/** Steps from which on their scatter can be told. */
const FEWEST_STEPS = 6;

/**
 * How the share of bad units changed from one stretch to another, with the
 * interval of Newcombe (1998, method 10: from the Wilson intervals of both
 * shares). Failures come in bursts, so both samples count for as many units
 * fewer as the steps before scatter more than chance (Pearson's dispersion).
 *
 * @returns why nothing can be told, where a side has nothing to tell
 * @public
 */
export function compareRatios(options: {
  before: readonly MeasuredStep[];
  after: readonly MeasuredStep[];
}): RatioChange | ImpactDoubt {
  const before = sampleOf(options.before);
  const after = sampleOf(options.after);
  if (!before || !after) {
    return 'no-traffic';
  }
  if (Math.min(before.total, after.total) < FEWEST_UNITS) {
    return 'too-few';
  }
  const dispersion = dispersionOf(options.before, before);
  const difference = after.ratio - before.ratio;
  const was = shareInterval(before, dispersion);
  const is = shareInterval(after, dispersion);
  const low =
    difference - Math.hypot(after.ratio - is.low, was.high - before.ratio);
  const high =
    difference + Math.hypot(is.high - after.ratio, before.ratio - was.low);
  return {
    before,
    after,
    difference,
    interval: { low, high },
    dispersion,
    direction: directionOf({ low, high }),
  };
}

/** Which side of zero an interval of a change for the worse is on. */
export function directionOf(interval: {
  low: number;
  high: number;
}): RatioChange['direction'] {
  if (interval.low > 0) {
    return 'worse';
  }
  return interval.high < 0 ? 'better' : 'no-clear-change';
}

function sampleOf(steps: readonly MeasuredStep[]): RatioSample | undefined {
  const bad = steps.reduce((sum, step) => sum + step.bad, 0);
  const total = steps.reduce((sum, step) => sum + step.total, 0);
  // series out of step may count more bad units than units
  return total > 0
    ? { bad, total, ratio: Math.min(1, Math.max(0, bad / total)) }
    : undefined;
}

function shareInterval(sample: RatioSample, dispersion: number) {
  const sampleSize = Math.max(1, sample.total / dispersion);
  return wilsonInterval({ events: sample.ratio * sampleSize, sampleSize });
}

/** Pearson's statistic by its degrees of freedom, at least 1. */
function dispersionOf(
  steps: readonly MeasuredStep[],
  { ratio }: RatioSample,
): number {
  const busy = steps.filter(({ total }) => total > 0);
  if (busy.length < FEWEST_STEPS || ratio === 0 || ratio === 1) {
    return 1;
  }
  const statistic = busy.reduce(
    (sum, { bad, total }) =>
      sum + (bad - total * ratio) ** 2 / (total * ratio * (1 - ratio)),
    0,
  );
  return Math.max(1, statistic / (busy.length - 1));
}
