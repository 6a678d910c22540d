import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { checkoutDeployments, failedDeployment } from './checkoutDeployments';
import { openIncident } from './checkoutIncidents';
import { checkoutFigures, checkoutMetrics, figure } from './checkoutMetrics';

/** A row of the fleet table. */
export function serviceRow(
  overrides: Partial<ServiceStability> = {},
): ServiceStability {
  return {
    entityRef: 'component:default/checkout',
    owner: 'group:default/payments-crew',
    system: 'system:default/purchase',
    counts: checkoutMetrics().counts,
    metrics: checkoutFigures,
    lastDeployment: checkoutDeployments[0],
    demo: false,
    ...overrides,
  };
}

/** Three services: trouble, as usual, hardly known. */
export const fleetServices: ServiceStability[] = [
  serviceRow({
    entityRef: 'component:default/prices',
    lastDeployment: failedDeployment,
    openIncident,
    metrics: checkoutFigures.map(one =>
      one.metric === 'change-failure-rate'
        ? {
            ...one,
            value: 6 / 40,
            events: 6,
            sampleSize: 40,
            target: { value: 0.08, met: false },
          }
        : one,
    ),
  }),
  serviceRow(),
  serviceRow({
    entityRef: 'component:default/gift-cards',
    owner: undefined,
    system: undefined,
    lastDeployment: undefined,
    metrics: [
      figure('change-failure-rate', {
        unit: 'ratio',
        state: 'too-few',
        events: 1,
        sampleSize: 3,
      }),
      figure('failed-deployment-recovery-time', { state: 'none' }),
      figure('deployment-frequency', {
        unit: 'per-week',
        value: 3 / (90 / 7),
        sampleSize: 3,
      }),
      figure('change-lead-time', { state: 'none' }),
    ],
  }),
];
