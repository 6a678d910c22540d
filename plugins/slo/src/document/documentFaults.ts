import type { Entity } from '@backstage/catalog-model';
import type { Fault, ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { documentWarnings } from './documentWarnings';

/**
 * Everything that is wrong with a document, each once: what its objectives
 * met, and what the catalog found. A fault that is the reason of an
 * objective's state stands in its row.
 */
export function documentFaults(
  entity: Entity,
  objectives: readonly ObjectiveStatus[],
): Fault[] {
  const met = objectives.flatMap(({ faults, reason }) =>
    faults.filter(
      ({ path, message, severity }) =>
        severity !== undefined ||
        reason.code !== 'faulty' ||
        path !== reason.params?.path ||
        message !== reason.params?.message,
    ),
  );
  const each = new Map(
    [...met, ...documentWarnings(entity)].map(fault => [
      `${fault.path} ${fault.message}`,
      fault,
    ]),
  );
  return [...each.values()];
}
