import {
  type ObjectiveStatus,
  toRollupSum,
  type SloRollup,
  worstState,
} from '@plimsoll/plugin-slo-common';
import { objectivePage } from './objectivePage';
import { EVALUATED_AT } from './objectiveStatus';

/** Text of a key of events over 30 days. */
export const EVENTS_OF_30_DAYS = JSON.stringify({
  unit: 'events',
  window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
});

/** A roll-up that holds the given objectives, worst first, and nothing else. */
export function sloRollup(
  objectives: ObjectiveStatus[],
  overrides: Partial<SloRollup> = {},
): SloRollup {
  const { stateCounts, sources } = objectivePage(objectives);
  const services = new Set(objectives.map(({ entityRef }) => entityRef)).size;
  const remaining = objectives.flatMap(({ budget }) => budget.remaining ?? []);
  return {
    entityRef: 'system:default/purchase',
    objectives: objectives.length,
    stateCounts,
    worstState: worstState(stateCounts),
    leastRemaining: remaining.length > 0 ? Math.min(...remaining) : undefined,
    services: {
      total: services,
      withObjective: services,
      withoutObjective: 0,
      without: [],
    },
    worst: objectives,
    sources,
    evaluatedAt: objectives.length > 0 ? EVALUATED_AT : undefined,
    sums:
      objectives.length > 0
        ? [
            toRollupSum({
              sumKey: EVENTS_OF_30_DAYS,
              objectives: objectives.length,
              services,
              bad: 15_428,
              total: 32_412_806,
              coverage: 0.9972,
            }),
          ]
        : [],
    leftOut: [],
    ...overrides,
  };
}
