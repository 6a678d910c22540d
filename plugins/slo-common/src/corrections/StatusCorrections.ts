import type { ErrorBudget, ProjectedBudget } from '../status/ObjectiveStatus';

/**
 * What corrections take out of an objective's window, and its figures as they
 * were measured, with nothing taken out.
 *
 * @public
 */
export interface StatusCorrections {
  /**
   * Corrections that reach into the window and were not undone: the elapsed one,
   * or all of a calendar window, since what it is expected to hold changes.
   */
  count: number;
  /** Seconds of the elapsed window that they exclude; overlaps count once. */
  excludedSeconds: number;
  /** The same of what is still to come of a calendar window; absent: nothing. */
  aheadSeconds?: number;
  /** `1 - bad / total` of all that was measured. */
  rawSli?: number;
  /** The budget of all that was measured. */
  rawBudget: ErrorBudget;
  /** Only for calendar windows, see `projected`. */
  rawProjected?: ProjectedBudget;
}
