import type { Budgeting } from '../objective/Budgeting';
import type { BudgetUnit } from '../objective/ObjectiveDefinition';

/**
 * How many bad units the long window needs before a pair may fire: one failure
 * of a quiet service is a huge burn rate and no reason to call anybody.
 *
 * @public
 */
export const MIN_BAD_UNITS: Record<BudgetUnit, number> = {
  events: 10,
  slices: 2,
};

/**
 * The minimum for one objective. There is none where the ratios of slices are
 * averaged: a slice is bad by a part of it, so that an hour in which a tenth of
 * all requests fail has 1.2 bad slices of five minutes, and is a reason.
 *
 * @public
 */
export function minBadUnits(definition: {
  unit: BudgetUnit;
  budgeting?: Budgeting;
}): number {
  const { unit, budgeting } = definition;
  return budgeting?.method === 'ratio-timeslices' ? 0 : MIN_BAD_UNITS[unit];
}
