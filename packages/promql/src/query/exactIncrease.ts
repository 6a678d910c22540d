import { openDuration, wholeDuration } from '../text/duration';

/**
 * Seconds that a counter's last value is carried over missing samples: two
 * scrapes at the longest interval that is supported (5 minutes). A series that
 * was gone for longer counts as new.
 */
export const CARRIED_SECONDS = 600;

/**
 * What a server can do by itself, which is asked and never guessed: `anchored`,
 * Prometheus' difference between the last sample before a range and the last
 * one in it, which sees resets as they are.
 */
export type ServerIncrease = 'anchored';

/** How a counter's growth is asked for. */
export interface GrowthOptions {
  /** What the server can do; differences are taken where it can do nothing. */
  serverIncrease?: ServerIncrease;
  /** Length of the stretch `(t - windowSeconds, t]`. */
  windowSeconds: number;
  /** Seconds between two samples, at most 300. */
  scrapeSeconds: number;
}

/**
 * How much a counter grew within `(t - w, t]`, a number per series, for series
 * that were not reset: the last value in the window less the last value before
 * it, or less the first value in it where the series is new.
 *
 * Nothing is extrapolated. Since the end of one window is the start of the
 * next, the windows' sums add up to the real growth, on Prometheus 2 and 3
 * alike. Of a series that vanishes in the window, everything up to its last
 * sample counts; of a new one, everything after its first sample.
 */
export function exactIncrease(
  selector: string,
  options: GrowthOptions,
): string {
  const { windowSeconds } = options;
  const window = openDuration(windowSeconds);
  const alive = aliveFor(options);
  const before = lastValue(selector, windowSeconds);
  return `(last_over_time(${selector}[${alive}]) - (${before} or min_over_time(${selector}[${window}])))`;
}

/**
 * The same number by Prometheus' own means, also for series that were reset. A
 * range that may lie between two scrapes, at most five minutes apart, has no
 * sample to answer with; a series that is alive answers there that it did not
 * grow.
 */
export function anchoredIncrease(
  selector: string,
  options: GrowthOptions,
): string {
  const { windowSeconds } = options;
  const growth = `increase(${selector}[${wholeDuration(
    windowSeconds,
  )}] anchored)`;
  return windowSeconds >= 300
    ? growth
    : `(${growth} or 0 * last_over_time(${selector}[${aliveFor(options)}]))`;
}

/**
 * The same number, also for series that were reset: the growth between the
 * points of a fine grid is added up, and where a value is lower than the one
 * before it, the counter began anew from 0. Several times as dear as
 * {@link exactIncrease}, so it is used only where {@link resetCount} says so.
 *
 * Exact while samples are at least a step of the grid apart; otherwise what
 * was counted between the last point of the grid and the reset is missing.
 */
export function carefulIncrease(
  selector: string,
  options: GrowthOptions,
): string {
  const step = carefulStep(options);
  const now = lastValue(selector, 0);
  const before = lastValue(selector, step);
  const first = `min_over_time(${selector}[${openDuration(step)}])`;
  const growth = `(${now} - ${before} >= 0) or 0 + (${now} < ${before}) or (${now} - ${first})`;
  const grid = `${openDuration(options.windowSeconds)}:${wholeDuration(step)}`;
  return `sum_over_time((${growth})[${grid}])`;
}

/**
 * How often a counter was reset since the last sample before the window. It
 * may see resets that are a little older than that; it misses none.
 */
export function resetCount(selector: string, options: GrowthOptions): string {
  const range = openDuration(options.windowSeconds + CARRIED_SECONDS);
  return `resets(${selector}[${range}])`;
}

/** Seconds between the points of {@link carefulIncrease}'s grid. */
export function carefulStep(options: GrowthOptions): number {
  const { windowSeconds, scrapeSeconds } = options;
  return (
    [15, 5, 3].find(
      step => step <= scrapeSeconds && windowSeconds % step === 0,
    ) ?? 1
  );
}

/** A series without a sample for longer is gone. */
function aliveFor({ windowSeconds, scrapeSeconds }: GrowthOptions): string {
  return openDuration(Math.max(windowSeconds, 300, 2 * scrapeSeconds));
}

function lastValue(selector: string, secondsAgo: number): string {
  const offset = secondsAgo ? ` offset ${wholeDuration(secondsAgo)}` : '';
  return `last_over_time(${selector}[${openDuration(
    CARRIED_SECONDS,
  )}]${offset})`;
}
