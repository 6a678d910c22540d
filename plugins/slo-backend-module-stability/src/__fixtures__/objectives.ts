import type {
  ObjectiveDefinition,
  RatioIndicator,
} from '@plimsoll/plugin-slo-common';

/** An objective that the source `stability` measures. */
export function objectiveOf(
  sides: Pick<RatioIndicator, 'good' | 'bad' | 'total'>,
  objective = 'stability',
): ObjectiveDefinition {
  return {
    ref: 'slo:default/checkout-stability',
    objective,
    entityRef: 'component:default/checkout',
    displayName: 'Deployment stability',
    target: 0.92,
    targetText: '92',
    window: { kind: 'rolling', duration: { value: 90, unit: 'd' } },
    budgeting: { method: 'occurrences' },
    unit: 'events',
    source: 'stability',
    indicator: { kind: 'ratio', counter: true, ...sides },
  };
}

/** Failed deployments of a service. */
export const failedDeployments = (service = 'checkout') =>
  objectiveOf({
    bad: { spec: { deployments: service, verdict: 'failed' } },
    total: { spec: { deployments: service } },
  });

/** Incidents of checkout that were over in time. */
export const recoveredWithin = (time: unknown) =>
  objectiveOf(
    {
      good: { spec: { incidents: 'checkout', recoveredWithin: time } },
      total: { spec: { incidents: 'checkout' } },
    },
    'recovery',
  );
