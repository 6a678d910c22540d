import {
  SLO_STATES,
  type ObjectivePage,
  type ObjectiveStatus,
  type SloState,
} from '@plimsoll/plugin-slo-common';
import { EVALUATED_AT } from './objectiveStatus';

/** A page that holds the given objectives and nothing else. */
export function objectivePage(
  items: ObjectiveStatus[],
  overrides: Partial<ObjectivePage> = {},
): ObjectivePage {
  const count = (state: SloState) =>
    items.filter(item => item.state === state).length;
  const noCounts: Record<SloState, number> = {
    exhausted: 0,
    burning: 0,
    unknown: 0,
    'no-data': 0,
    insufficient: 0,
    'warming-up': 0,
    'no-traffic': 0,
    ok: 0,
  };
  return {
    items,
    totalItems: items.length,
    pageInfo: {},
    stateCounts: SLO_STATES.reduce(
      (counts, state) => ({ ...counts, [state]: count(state) }),
      noCounts,
    ),
    facets: {
      owners: ['group:default/payments-crew', 'group:default/web'],
      systems: ['system:default/purchase'],
    },
    conflicts: [],
    totalConflicts: overrides.conflicts?.length ?? 0,
    refusedDocuments: [],
    totalRefusedDocuments: overrides.refusedDocuments?.length ?? 0,
    sources: [
      {
        name: 'prometheus-main',
        type: 'prometheus',
        demo: false,
        up: true,
        lastAnswerAt: EVALUATED_AT,
      },
    ],
    ...overrides,
  };
}
