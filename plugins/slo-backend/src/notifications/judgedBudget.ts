import {
  type ErrorBudget,
  isMostlyUnmeasured,
  isWarmingUp,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import type { BudgetMeasure } from './BudgetStanding';
import type { WatchedObjective } from './WatchedObjective';

/** A budget that owners may be told of. */
export type JudgedBudget = BudgetMeasure &
  Pick<ErrorBudget, 'bad' | 'allowed'> & {
    /** The window's, Unix seconds. */
    from: number;
    to: number;
  };

/**
 * The budget that an objective is judged by: against the expected volume of the
 * whole window for a calendar one, as lists show it. `undefined` while it says
 * nothing: without data or traffic, with too few events, and while the window
 * has not been measured. A state `burning` may hide the last two.
 */
export function judgedBudget(
  watched: Pick<
    WatchedObjective,
    'state' | 'status' | 'evaluatedAt' | 'definition'
  >,
): JudgedBudget | undefined {
  const { state, status, definition } = watched;
  const { consumed, bad, allowed } = status.projected ?? status.budget;
  const { windowFrom, windowTo } = status;
  if (consumed === undefined || !windowFrom || !windowTo) {
    return undefined;
  }
  const from = unixSeconds(windowFrom);
  const to = unixSeconds(windowTo);
  const isJudged =
    state === 'ok' ||
    state === 'exhausted' ||
    (state === 'burning' &&
      (allowed ?? 0) >= 1 &&
      isMeasured({ ...watched, from, to }));
  return isJudged
    ? {
        consumed,
        bad,
        allowed,
        from,
        to,
        window:
          definition.window.kind === 'calendar' ? { from, to } : undefined,
      }
    : undefined;
}

function isMeasured(
  options: Pick<WatchedObjective, 'status' | 'evaluatedAt'> & {
    from: number;
    to: number;
  },
): boolean {
  const { status, from, to, evaluatedAt } = options;
  const window = { from, to: Math.min(to, evaluatedAt), fullTo: to };
  const excludedSeconds = status.corrections?.excludedSeconds ?? 0;
  const coveredSeconds = status.coverage * (window.to - from - excludedSeconds);
  return (
    !isWarmingUp({ window, measuredFrom: status.measuredFrom }) &&
    !isMostlyUnmeasured({ window, coveredSeconds, excludedSeconds })
  );
}
