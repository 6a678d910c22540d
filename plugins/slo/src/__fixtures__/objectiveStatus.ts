import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';

/** When the fixture world was evaluated. */
export const EVALUATED_AT = '2026-11-19T09:23:00.000Z';

/** Availability of checkout, as the design's pictures show it. */
export function objectiveStatus(
  overrides: Partial<ObjectiveStatus> = {},
): ObjectiveStatus {
  return {
    ref: 'slo:default/checkout-availability',
    objective: 'availability',
    entityRef: 'component:default/checkout',
    displayName: 'Availability',
    description: '99.9% of checkout requests succeed',
    owners: ['group:default/payments-crew'],
    system: 'system:default/purchase',
    target: 0.999,
    targetText: '99.9',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    unit: 'events',
    indicatorKind: 'ratio',
    budgeting: 'occurrences',
    sli: 0.99952401,
    state: 'ok',
    reason: { code: 'budget-left', params: { bad: 15_428, allowed: 32_413 } },
    budget: {
      remaining: 0.52401,
      consumed: 0.47599,
      bad: 15_428,
      total: 32_412_806,
      allowed: 32_412.806,
    },
    burnRates: { '5m': 0.3, '30m': 0.4, '1h': 0.4, '6h': 0.5, '3d': 0.7 },
    forecast: { kind: 'not-in-sight', burnRate: 0.7, window: '3d' },
    coverage: 0.9972,
    inconsistent: false,
    windowFrom: '2026-10-20T09:15:00.000Z',
    windowTo: EVALUATED_AT,
    evaluatedAt: EVALUATED_AT,
    dataUpTo: EVALUATED_AT,
    source: 'prometheus-main',
    demo: false,
    faults: [],
    trend: [0.78, 0.79, null, 0.84, 0.65, 0.6, 0.524],
    ...overrides,
  };
}
