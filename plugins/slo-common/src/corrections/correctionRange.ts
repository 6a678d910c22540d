import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * Seconds of the quarter hours that corrections are made of: the cells of the
 * ledger beyond three days, which are never divided.
 *
 * @public
 */
export const CORRECTION_STEP_SECONDS = 900;

/**
 * The whole quarter hours that a stretch touches: what a correction of it
 * excludes. Nobody knows in which part of a quarter hour its failures fell, so
 * it goes whole or not at all, and stays the same when the ledger folds its
 * five minutes.
 *
 * @public
 */
export function correctionRange({ from, to }: LedgerRange): LedgerRange {
  return {
    from: Math.floor(from / CORRECTION_STEP_SECONDS) * CORRECTION_STEP_SECONDS,
    to: Math.ceil(to / CORRECTION_STEP_SECONDS) * CORRECTION_STEP_SECONDS,
  };
}
