import {
  type Fault,
  type ObjectiveStatus,
  stateRank,
} from '@plimsoll/plugin-slo-common';
import type { StatusPayload } from '../evaluation/StatusPayload';

/**
 * The status of an objective that was never evaluated, so that lists have a
 * row for every objective from the first minute on.
 */
export function initialStatus(options: {
  objectiveId: number;
  faults: Fault[];
  /** Unix milliseconds. */
  now: number;
}) {
  const { objectiveId, faults, now } = options;
  const state: ObjectiveStatus['state'] = 'no-data';
  const payload: StatusPayload = {
    state,
    reason:
      faults.length > 0
        ? {
            code: 'faulty',
            params: { faults: faults.length, ...faults[0] },
          }
        : { code: 'never-measured' },
    budget: {},
    burnRates: {},
    forecast: { kind: 'unknown' },
    coverage: 0,
    inconsistent: false,
    faults: [],
    trend: [],
  };
  return {
    objective_id: objectiveId,
    state,
    state_rank: stateRank(state),
    remaining: null,
    burn_1h: null,
    payload: JSON.stringify(payload),
    evaluated_at: null,
    data_up_to: null,
    changed_at: now,
  };
}
