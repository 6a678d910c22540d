import type {
  Budgeting,
  Fault,
  Indicator,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';

/**
 * What is known of an objective's definition: all of it, or, where the document
 * has a fault, what the rest of the document says.
 */
export type KnownDefinition = Omit<
  ObjectiveDefinition,
  'budgeting' | 'indicator'
> &
  Partial<Pick<ObjectiveDefinition, 'budgeting' | 'indicator'>>;

/** One objective as the catalog states it, measurable or not. */
export interface CatalogObjective {
  definition: KnownDefinition;
  budgetingMethod: Budgeting['method'];
  /** Absent where the document's indicator cannot be found. */
  indicatorKind?: Indicator['kind'];
  /** The OpenSLO document, as the catalog holds it. */
  document: Record<string, unknown>;
  /** Where the document was read from. */
  location?: string;
  /** Why it cannot be measured; empty when it can. */
  faults: Fault[];
}

/** Whether the definition is complete. */
export function isComplete(
  definition: KnownDefinition,
): definition is ObjectiveDefinition {
  return (
    definition.indicator !== undefined && definition.budgeting !== undefined
  );
}
