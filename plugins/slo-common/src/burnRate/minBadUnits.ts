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
