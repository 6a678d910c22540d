/**
 * How the units of an indicator are asked for: PromQL, each one series without
 * labels.
 */
export interface MeasuredShare {
  /** Bad units a second, over a range in seconds. */
  bad(rangeSeconds: number): string;
  /** All units a second. */
  total(rangeSeconds: number): string;
  /** Share of bad units, 0..1; absent without units. */
  badShare(rangeSeconds: number): string;
}
