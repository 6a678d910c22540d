import { addDays } from '@plimsoll/plugin-cost-common';
import type { CostRange } from './CostRange';

/**
 * A range of what is known up to a day only: the days after it are not complete.
 *
 * @param last - last day that is known; all without it
 * @returns `knownTo` where complete days of the range come after it
 */
export function knownRange(
  range: CostRange,
  last: string | undefined,
): CostRange & { knownTo?: string } {
  const end = last && addDays(last, 1);
  return end && end < range.completeEnd
    ? { ...range, completeEnd: end, knownTo: last }
    : range;
}
