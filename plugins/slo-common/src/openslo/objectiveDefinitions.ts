import type {
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type { SliDocument } from './SliDocument';
import type { SloDocument } from './SloDocument';

/** @public */
export interface ObjectiveDefinitionsOptions {
  /** A document that has passed `parseOpenSloDocument`. */
  document: SloDocument;
  /** The entity that the document has become. */
  entity: { kind: string; namespace: string; name: string };
  /** The SLI of that name in the entity's namespace, if there is one. */
  resolveIndicator(name: string): SliDocument | undefined;
  /** Source of metrics that name none; `prometheus` by default. */
  defaultSource?: string;
}

/** One objective of a document, measurable or not. @public */
export interface ResolvedObjective {
  key: ObjectiveKey;
  displayName: string;
  /** Ref of the service (Component, System or API). */
  entityRef: string;
  /** What is known in any case, also where `definition` is absent. */
  known: Partial<ObjectiveDefinition>;
  /** Present exactly when there are no faults. */
  definition?: ObjectiveDefinition;
  /** Why it cannot be measured. */
  faults: Fault[];
}

/**
 * The objectives of one SLO document, with all references resolved.
 *
 * @public
 */
export function objectiveDefinitions(
  options: ObjectiveDefinitionsOptions,
): ResolvedObjective[] {
  return options.document.spec.objectives.map((objective, index) => ({
    key: {
      ref: `slo:${options.entity.namespace}/${options.entity.name}`,
      objective: `objective-${index + 1}`,
    },
    displayName: objective.displayName ?? options.document.metadata.name,
    entityRef: `component:default/${options.document.spec.service}`,
    known: {},
    faults: [{ path: 'spec', message: 'is not resolved yet' }],
  }));
}
