import type { ObjectiveStatus } from '../status/ObjectiveStatus';

/**
 * The newest point of a trend: the budget that remains now, of a calendar
 * window the projected one, rounded to a hundredth of a percent; null where
 * nothing was measured.
 *
 * @public
 */
export function trendPoint(
  current: Pick<ObjectiveStatus, 'budget' | 'projected'>,
): number | null {
  return roundRemaining(
    current.projected?.remaining ?? current.budget.remaining,
  );
}

/** As fine as a line of a few pixels can show. */
export function roundRemaining(remaining: number | undefined): number | null {
  return remaining === undefined ? null : Math.round(remaining * 1e4) / 1e4;
}
