import { BUCKET_SECONDS } from '@plimsoll/plugin-slo-common';
import { pageDay } from './applyReading';

/** Seconds of the ledger's finest cells. */
export const FINE_STEP = BUCKET_SECONDS;
/** Seconds of its cells after three days. */
export const COARSE_STEP = 900;

const FINE_SECONDS = 3 * 86_400;
const COARSE_SECONDS = 400 * 86_400;
/** So that a window of three days never reaches a folded page. */
const MARGIN_SECONDS = 3_600;

/**
 * The UTC midnight from which on the ledger keeps fine cells.
 *
 * @param now - Unix seconds
 */
export function fineHorizon(now: number): number {
  return pageDay(now - FINE_SECONDS - MARGIN_SECONDS);
}

/**
 * The instant from which on the ledger keeps cells finer than days.
 *
 * @param now - Unix seconds
 */
export function coarseHorizon(now: number): number {
  return now - COARSE_SECONDS;
}
