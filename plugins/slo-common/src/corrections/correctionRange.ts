import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * Seconds of the quarter hours that corrections are made of: the cells of the
 * ledger beyond three days, which are never divided.
 *
 * @public
 */
export const CORRECTION_STEP_SECONDS = 900;

/** Seconds. */
const DAY = 86_400;

/**
 * The whole quarter hours that a stretch touches: what a correction of it
 * excludes. Nobody knows in which part of a quarter hour its failures fell, so
 * it goes whole or not at all, and stays the same when the ledger folds its
 * five minutes.
 *
 * Where slices of time are counted, it is also moved outwards to whole slices:
 * one that is judged by an hour stands in the ledger at the end of that hour,
 * and can only be excluded with all that it was judged by.
 *
 * @param options.sliceSeconds - of an objective that counts slices
 * @public
 */
export function correctionRange(
  options: { sliceSeconds?: number } & LedgerRange,
): LedgerRange {
  const { from, to, sliceSeconds = CORRECTION_STEP_SECONDS } = options;
  // no objective is measured by other slices: such a document was refused
  const isSlice = sliceSeconds >= 60 && sliceSeconds <= DAY;
  const step = isSlice
    ? leastCommonMultiple(CORRECTION_STEP_SECONDS, sliceSeconds)
    : CORRECTION_STEP_SECONDS;
  return {
    from: Math.floor(from / step) * step,
    to: Math.ceil(to / step) * step,
  };
}

function leastCommonMultiple(a: number, b: number): number {
  let [greater, rest] = [a, b];
  while (rest > 0) {
    [greater, rest] = [rest, greater % rest];
  }
  return (a / greater) * b;
}
