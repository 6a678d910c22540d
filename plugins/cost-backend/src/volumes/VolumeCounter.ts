import type { ObjectiveKey } from '@plimsoll/plugin-slo-common';
import type { CostUnit } from './readUnits';

/** What is counted a day: a service's requests, or the events of an objective. */
export interface VolumeCounter {
  /** Of the service, or of the SLO entity. */
  entityRef: string;
  /** `requests`, or the unit that the objective's events are. */
  unit: string;
  objective?: ObjectiveKey;
}

const REQUESTS = 'requests';

/** A service's requests. */
export function requestsOf(entityRef: string): VolumeCounter {
  return { entityRef, unit: REQUESTS };
}

/**
 * What counts a unit: the objective that it names, the requests of the service
 * that it names, or those of each service.
 */
export function countersOf(options: {
  unit: CostUnit;
  entityRefs: readonly string[];
}): VolumeCounter[] {
  const { unit, objective, entityRef } = options.unit;
  if (objective) {
    return [{ entityRef: objective.ref, unit, objective }];
  }
  return entityRef
    ? [requestsOf(entityRef)]
    : options.entityRefs.map(requestsOf);
}
