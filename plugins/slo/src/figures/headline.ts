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

/**
 * The figure that pages lead with, by its id in the explanation.
 */
export function headlineFigure(
  objective: Pick<ObjectiveStatus, 'projected'>,
): string {
  return objective.projected ? 'projected.remaining' : 'budget.remaining';
}

/**
 * Whether the share that is shown is a projection, which must be said beside it.
 */
export function showsProjection(
  objective: Pick<ObjectiveStatus, 'budget' | 'projected' | 'state'>,
): boolean {
  return (
    objective.projected !== undefined && shownRemaining(objective) !== undefined
  );
}

/** States in which a share of the budget would mean nothing. */
const WITHOUT_NUMBER: ReadonlyArray<ObjectiveStatus['state']> = [
  'no-data',
  'insufficient',
  'warming-up',
];

/**
 * The share of the budget that may be shown as a number; `undefined` where it
 * is not known, or would mean nothing.
 */
export function shownRemaining(
  objective: Pick<ObjectiveStatus, 'budget' | 'projected' | 'state'>,
): number | undefined {
  return WITHOUT_NUMBER.includes(objective.state)
    ? undefined
    : headlineBudget(objective).remaining;
}
