import type { SloObjective } from './SloDocument';

type Composed = Pick<
  SloObjective,
  'indicator' | 'indicatorRef' | 'compositeWeight'
>;

/** Why a composite is not measured; follows the path `spec.objectives`. */
export const COMPOSITE_REFUSED =
  'is a composite, whose budget is that of all its objectives together, and Plimsoll does not add objectives up: nothing of it is measured; write one SLO for each indicator, without weights';

/**
 * Whether OpenSLO would add the budgets of objectives up, each times its
 * weight: several objectives have indicators of their own, or one has another
 * weight than 1. A single objective with its own indicator is its own sum.
 */
export function isComposite(objectives: readonly Composed[]): boolean {
  return (
    objectives.some(({ compositeWeight = 1 }) => compositeWeight !== 1) ||
    (objectives.length > 1 &&
      objectives.some(
        ({ indicator, indicatorRef }) =>
          indicator !== undefined || indicatorRef !== undefined,
      ))
  );
}
