import {
  type Fault,
  type Indicator,
  isoInstant,
  type ObjectiveStatus,
  type RuleOrigin,
  sliceSecondsOf,
} from '@plimsoll/plugin-slo-common';
import type { IndexedService } from '@plimsoll/service-index';
import type { StatusPayload } from '../../evaluation/StatusPayload';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
import type { StatusRow } from './StatusRow';

/** One objective as lists show it. */
export function toObjectiveStatus(options: {
  row: StatusRow;
  /** Absent where the catalog does not know the service. */
  service: Pick<IndexedService, 'owners' | 'system'> | undefined;
  /** Whether the source's data are made up. */
  demo: boolean;
}): ObjectiveStatus {
  const { row, service, demo } = options;
  const definition: KnownDefinition = JSON.parse(row.definition);
  const documentFaults: Fault[] = JSON.parse(row.faults);
  const notices: Fault[] = JSON.parse(row.notices);
  const {
    measuredFrom,
    readDurationMs,
    nonFinite,
    ...evaluated
  }: StatusPayload = JSON.parse(row.payload);
  return {
    ...evaluated,
    ref: row.ref,
    objective: row.objective,
    entityRef: row.entity_ref,
    displayName: row.display_name,
    description: definition.description,
    owners: service?.owners ?? [],
    system: service?.system,
    target: definition.target,
    targetText: definition.targetText,
    window: definition.window,
    unit: definition.unit,
    indicatorKind: (row.indicator_kind || undefined) as
      | Indicator['kind']
      | undefined,
    budgeting: definition.budgeting.method,
    sliceSeconds: sliceSecondsOf(definition.budgeting),
    evaluatedAt:
      row.evaluated_at === null
        ? undefined
        : isoInstant(Number(row.evaluated_at)),
    source: row.source,
    // Written by the scanner of rules alone.
    origin: (row.origin ?? undefined) as RuleOrigin | undefined,
    demo,
    faults: [
      ...documentFaults,
      ...evaluated.faults,
      ...notices,
      ...(service || row.entity_ref === '' ? [] : [unknownService(row)]),
    ],
  };
}

function unknownService(row: StatusRow): Fault {
  return {
    path: 'spec.service',
    message: `names '${row.entity_ref}', which is not in the catalog, so that no page of a service shows this objective and nobody owns it; add that entity, or correct the name`,
  };
}
