import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Indicator } from '../objective/Indicator';
import type {
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type { AlertConditionDocument } from './AlertConditionDocument';
import type { AlertPolicyDocument } from './AlertPolicyDocument';
import { COMPOSITE_REFUSED, isComposite } from './composite';
import { alertPolicyFaults } from './resolving/alertPolicyFaults';
import { chosenIndicator } from './resolving/chosenIndicator';
import { objectiveBudgeting } from './resolving/objectiveBudgeting';
import {
  type ResolvedIndicator,
  objectiveIndicator,
} from './resolving/objectiveIndicator';
import { type ObjectiveName, objectiveNames } from './resolving/objectiveNames';
import { objectiveTarget } from './resolving/objectiveTarget';
import { objectiveWindow } from './resolving/objectiveWindow';
import { serviceEntityRef } from './serviceEntityRef';
import type { SliDocument } from './SliDocument';
import type { SloDocument } from './SloDocument';

/** Where metrics are read that name no source. */
const DEFAULT_SOURCE = 'prometheus';

/** @public */
export interface ObjectiveDefinitionsOptions {
  /** A document that has passed `parseOpenSloDocument`. */
  document: SloDocument;
  /** The entity that the document has become. */
  entity: { kind: string; namespace: string; name: string };
  /** The SLI of that name in the entity's namespace, if there is one. */
  resolveIndicator(name: string): SliDocument | undefined;
  /**
   * The AlertPolicy of that name in the entity's namespace. Absent: references
   * to policies are not checked.
   */
  resolveAlertPolicy?(name: string): AlertPolicyDocument | undefined;
  /** The same for an AlertCondition. */
  resolveAlertCondition?(name: string): AlertConditionDocument | undefined;
  /** Source of metrics that name none; `prometheus` by default. */
  defaultSource?: string;
}

/** One objective of a document, measurable or not. @public */
export interface ResolvedObjective {
  key: ObjectiveKey;
  displayName: string;
  /** Ref of the service (Component, System or API). */
  entityRef: string;
  /**
   * What is known in any case, also where `definition` is absent: all but the
   * indicator, of which at least the kind may be known. The source is the
   * default one where the document does not tell.
   */
  known: Omit<ObjectiveDefinition, 'indicator'> & {
    indicator?: Indicator;
    indicatorKind?: Indicator['kind'];
  };
  /** Present exactly when there are no faults. */
  definition?: ObjectiveDefinition;
  /** Why it cannot be measured: references that lead nowhere, and what
   * Plimsoll does not support. */
  faults: Fault[];
  /** What else people should know; it is measured all the same. */
  notices: Fault[];
}

/**
 * The objectives of one SLO document, with all references resolved.
 *
 * What cannot be measured is refused with its reason and its place, an
 * objective at a time: one that is refused does not spoil the others. Only a
 * composite is refused as a whole, since its parts are not what it says. Whether
 * a source exists and can read the queries is for the caller to ask.
 *
 * @public
 */
export function objectiveDefinitions(
  options: ObjectiveDefinitionsOptions,
): ResolvedObjective[] {
  const names = objectiveNames(options.document);
  const notices = alertPolicyFaults(options);
  return options.document.spec.objectives.map((_, index) =>
    resolveObjective(options, { index, name: names[index], notices }),
  );
}

function resolveObjective(
  options: ObjectiveDefinitionsOptions,
  {
    index,
    name,
    notices,
  }: { index: number; name: ObjectiveName; notices: Fault[] },
): ResolvedObjective {
  const { document, entity } = options;
  const { spec } = document;
  const objective = spec.objectives[index];
  const path = `spec.objectives[${index}]`;

  const service = serviceEntityRef({
    service: spec.service,
    namespace: entity.namespace,
  });
  const { budgeting, fault: sliceFault } = objectiveBudgeting({
    method: spec.budgetingMethod,
    objective,
  });
  const measured = resolveIndicator(options, { index, path });

  const faults: Fault[] = [];
  if (name.fault) {
    faults.push(name.fault);
  }
  if ('fault' in service) {
    faults.push({ path: 'spec.service', message: service.fault });
  }
  if (sliceFault !== undefined) {
    faults.push({ path: `${path}.timeSliceWindow`, message: sliceFault });
  }
  if (isComposite(spec.objectives)) {
    faults.push({ path: 'spec.objectives', message: COMPOSITE_REFUSED });
  }
  faults.push(...measured.faults);

  const key = { ref: stringifyEntityRef(entity), objective: name.name };
  const base: Omit<ObjectiveDefinition, 'indicator'> = {
    ...key,
    entityRef: 'fault' in service ? '' : service.entityRef,
    displayName: name.displayName,
    ...(spec.description !== undefined && { description: spec.description }),
    ...objectiveTarget(objective),
    window: objectiveWindow(spec.timeWindow[0]),
    budgeting,
    unit: budgeting.method === 'occurrences' ? 'events' : 'slices',
    source: measured.source ?? options.defaultSource ?? DEFAULT_SOURCE,
  };
  const { indicator, kind } = measured;
  return {
    key,
    displayName: base.displayName,
    entityRef: base.entityRef,
    known: {
      ...base,
      ...(indicator && { indicator }),
      ...(kind && { indicatorKind: kind }),
    },
    ...(faults.length === 0 &&
      indicator && { definition: { ...base, indicator } }),
    faults,
    notices,
  };
}

function resolveIndicator(
  options: ObjectiveDefinitionsOptions,
  { index, path }: { index: number; path: string },
): ResolvedIndicator {
  const { document, entity, resolveIndicator: resolve } = options;
  const objective = document.spec.objectives[index];
  const chosen = chosenIndicator({
    document,
    objective,
    path,
    namespace: entity.namespace,
    resolveIndicator: resolve,
  });
  return 'fault' in chosen
    ? { faults: [chosen.fault] }
    : objectiveIndicator({
        objective,
        path,
        chosen,
        defaultSource: options.defaultSource ?? DEFAULT_SOURCE,
      });
}
