/** Share of a month from which it counts as measured: a day or so may miss. */
const WHOLE_FROM = 0.95;

/**
 * Whether a month was measured, but not enough of it to say that its budget
 * was kept or missed.
 *
 * @param month.coverage - share of the (elapsed) month that was measured, 0..1;
 *   all of it by default
 * @public
 */
export function isMonthInPart(month: {
  remaining?: number;
  coverage?: number;
}): boolean {
  const { remaining, coverage = 1 } = month;
  return remaining !== undefined && coverage < WHOLE_FROM;
}
