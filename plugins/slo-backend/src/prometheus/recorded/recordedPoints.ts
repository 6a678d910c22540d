import { BASE_STEP_SECONDS } from '../reading/measure';
import type { ReadSpan } from '../reading/scheduleReads';

/** Half of the five minutes that a base series is a rate over. */
export const HALF_SECONDS = BASE_STEP_SECONDS / 2;
/** When a value is surely written that belongs to an instant. */
const WRITTEN_AFTER_SECONDS = 60;

/** At which instants recorded series are read for a stretch. Unix seconds. */
export interface RecordedPoints {
  /** Ends of whole buckets that can be read as they will stay. */
  settled: number[];
  /** End of a whole bucket that is too young for that. */
  unsettled: number[];
  /** The unfinished bucket: where it starts, and up to when it goes. */
  partial?: { start: number; end: number };
}

/**
 * Works out the instants for the buckets of `[from, to)`.
 *
 * An event is seen by all rates of the five minutes after it. So the mean of
 * the rates from the middle of a bucket to two and a half minutes after its end
 * counts each event once, as much before the bucket's bounds as behind them.
 * Until those are there, the rate at its end has to do.
 */
export function recordedPoints({ from, to }: ReadSpan): RecordedPoints {
  const whole = Math.floor(to / BASE_STEP_SECONDS) * BASE_STEP_SECONDS;
  const settled: number[] = [];
  const unsettled: number[] = [];
  for (
    let end = from + BASE_STEP_SECONDS;
    end <= whole;
    end += BASE_STEP_SECONDS
  ) {
    const isSettled = end + HALF_SECONDS + WRITTEN_AFTER_SECONDS <= to;
    (isSettled ? settled : unsettled).push(end);
  }
  return {
    settled,
    unsettled,
    partial: to > whole ? { start: whole, end: to } : undefined,
  };
}
