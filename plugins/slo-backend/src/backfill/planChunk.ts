import { pageDay, PAGE_SECONDS } from '../ledger/applyReading';
import { COARSE_STEP, FINE_STEP, fineHorizon } from '../ledger/cellSteps';

/** Buckets that one request may bring, over all its objectives. */
const MAX_BUCKETS = 60_000;
/** Longest stretch of one request. */
const MAX_DAYS = 30;

/** One request for history. */
export interface HistoryChunk {
  /** Unix seconds, multiples of `step`. */
  from: number;
  to: number;
  step: number;
}

/**
 * The newest part of some stretches that end together: whole days, in the
 * cells that the ledger keeps there, never further back than the shortest
 * stretch, nor than the source remembers.
 *
 * @param options.starts - Unix seconds, one for each stretch
 * @param options.end - Unix seconds
 * @param options.oldest - Unix seconds of the source's oldest sample
 * @param options.attempts - how often it failed; each time less is asked for
 * @param options.now - Unix seconds
 */
export function planChunk(options: {
  starts: number[];
  end: number;
  oldest?: number;
  attempts: number;
  now: number;
}): HistoryChunk {
  const { starts, end, oldest = 0, attempts, now } = options;
  const horizon = fineHorizon(now);
  const step = end > horizon ? FINE_STEP : COARSE_STEP;
  const perDay = (starts.length * PAGE_SECONDS) / step;
  const days = Math.max(
    1,
    Math.min(MAX_DAYS, Math.floor(MAX_BUCKETS / perDay)) >> attempts,
  );
  const from = Math.max(
    pageDay(end - 1) - (days - 1) * PAGE_SECONDS,
    step === FINE_STEP ? horizon : 0,
    ...starts,
    oldest,
  );
  return {
    from: Math.floor(Math.min(from, end - 1) / step) * step,
    to: Math.ceil(end / step) * step,
    step,
  };
}
