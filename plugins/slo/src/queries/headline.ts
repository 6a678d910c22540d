import type { ErrorBudget, ObjectiveStatus } from '@plimsoll/plugin-slo-common';

/**
 * The budget that pages lead with: a calendar window's against its expected
 * volume, since "so far" is spent by one failure in the first hour; otherwise
 * the window's own.
 */
export function headlineBudget(
  objective: Pick<ObjectiveStatus, 'budget' | 'projected'>,
): ErrorBudget {
  return objective.projected ?? objective.budget;
}
