import type {
  Fault,
  Indicator,
  ObjectiveDefinition,
  RuleOrigin,
} from '@plimsoll/plugin-slo-common';

/**
 * What is known of an objective's definition: all of it, or all but the
 * indicator where that cannot be found.
 */
export type KnownDefinition = Omit<ObjectiveDefinition, 'indicator'> &
  Partial<Pick<ObjectiveDefinition, 'indicator'>>;

/** One objective as the catalog states it, measurable or not. */
export interface CatalogObjective {
  /** Set where the rules of another tool state it, and not the catalog. */
  origin?: RuleOrigin;
  definition: KnownDefinition;
  /** May be known although the indicator is not. */
  indicatorKind?: Indicator['kind'];
  /** The OpenSLO document, as the catalog holds it. */
  document: Record<string, unknown>;
  /** Where the document was read from. */
  location?: string;
  /** Why it cannot be measured; empty when it can. */
  faults: Fault[];
  /** What people should know, although it is measured; none by default. */
  notices?: Fault[];
}

/** Whether the definition is complete. */
export function isComplete(
  definition: KnownDefinition,
): definition is ObjectiveDefinition {
  return definition.indicator !== undefined;
}
