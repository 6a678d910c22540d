import type { DurationUnit, WindowDuration } from './TimeWindow';

/**
 * Nominal seconds of each unit. A month is 30, a quarter 90 and a year 365
 * days, as the OpenSLO SDK converts them; calendar windows are cut in their
 * zone instead and do not use these.
 */
const UNIT_SECONDS: Record<DurationUnit, number> = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  Q: 7_776_000,
  Y: 31_536_000,
};

/**
 * Nominal length of a window in seconds.
 *
 * @public
 */
export function windowSeconds(duration: WindowDuration): number {
  return duration.value * UNIT_SECONDS[duration.unit];
}
