/** Windows whose metrics are kept ready for lists, in days. */
export const METRIC_WINDOWS = [30, 90, 180] as const;

/** Days of a window whose metrics are kept ready. */
export type MetricWindow = (typeof METRIC_WINDOWS)[number];

/** The window that answers speak of where the caller names none, in days. */
export const DEFAULT_WINDOW: MetricWindow = 90;

/** The survey of DORA asks for the rework of the last six months, in days. */
export const REWORK_WINDOW: MetricWindow = 180;

const DAY_MS = 86_400_000;

/** The window that ends at an instant, in Unix milliseconds; ISO instants. */
export function windowBefore(options: { days: number; now: number }): {
  from: string;
  to: string;
} {
  const { days, now } = options;
  return {
    from: new Date(now - days * DAY_MS).toISOString(),
    to: new Date(now).toISOString(),
  };
}
