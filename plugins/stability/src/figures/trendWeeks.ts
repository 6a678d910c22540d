import type { MetricTrendPoint } from '@plimsoll/plugin-stability-common';

const WEEK = 7 * 86_400_000;

/** Whether a point's week was seen from its beginning to its end. */
export function isWhole(point: MetricTrendPoint): boolean {
  return Date.parse(point.to) - Date.parse(point.from) >= WEEK;
}

/** The weeks that can be compared with each other. */
export function wholeWeeks(
  trend: readonly MetricTrendPoint[],
): MetricTrendPoint[] {
  return trend.filter(isWhole);
}

/** How many weeks a trend is long, cut ones put together. */
export function weekCount(trend: readonly MetricTrendPoint[]): number {
  const [first] = trend;
  const last = trend.at(-1);
  return first && last
    ? Math.round((Date.parse(last.to) - Date.parse(first.from)) / WEEK)
    : 0;
}
