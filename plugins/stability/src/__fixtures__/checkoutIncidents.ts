import type { Incident } from '@plimsoll/plugin-stability-common';
import { CHECKOUT } from './checkoutEntity';
import { failedDeployment } from './checkoutDeployments';

/** An incident of checkout that is over; its id is made from its label. */
export function incident(
  overrides: Partial<Incident> & { label: string },
): Incident {
  return {
    id: `i-${overrides.label.replace(/\D+/g, '')}`,
    entityRef: CHECKOUT,
    source: 'pagerduty',
    title: 'Payment provider refuses cards',
    state: 'resolved',
    startedAt: '2026-10-10T18:41:00.000Z',
    acknowledgedAt: '2026-10-10T18:44:40.000Z',
    resolvedAt: '2026-10-10T18:50:20.000Z',
    presumed: false,
    merged: false,
    reopenCount: 0,
    links: {},
    derived: false,
    steps: [],
    ...overrides,
  };
}

/** The Redis outage, over. */
export const redisIncident: Incident = incident({
  label: 'INC-482',
  title: 'Redis cannot read cart entries',
  startedAt: '2026-11-03T13:10:05.000Z',
  acknowledgedAt: '2026-11-03T13:11:20.000Z',
  resolvedAt: '2026-11-03T13:17:05.000Z',
  url: 'https://shopkart.pagerduty.com/incidents/482',
  assignee: 'Tomasz Bielak',
  links: {
    runbook: 'https://runbooks.shopkart.example/checkout/redis',
    dashboards: 'https://grafana.shopkart.example/d/checkout',
    logs: 'https://logs.shopkart.example/checkout',
  },
  cause: {
    deploymentId: failedDeployment.id,
    version: 'v2.31.0',
    confidence: 0.95,
    rule: 'incident-names-it',
  },
  steps: [
    {
      at: '2026-11-03T13:06:10.000Z',
      type: 'deployed',
      deploymentId: failedDeployment.id,
    },
    {
      at: '2026-11-03T13:06:10.000Z',
      type: 'burning',
      title: 'Checkout availability',
      deploymentId: failedDeployment.id,
    },
    { at: '2026-11-03T13:10:05.000Z', type: 'triggered' },
    {
      at: '2026-11-03T13:11:20.000Z',
      type: 'acknowledged',
      by: 'Tomasz Bielak',
    },
    {
      at: '2026-11-03T13:15:20.000Z',
      type: 'rolled-back',
      deploymentId: 'd-rollback',
    },
    { at: '2026-11-03T13:17:05.000Z', type: 'resolved' },
  ],
});

/** The same incident while it was open, two minutes in. */
export const openIncident: Incident = {
  ...redisIncident,
  state: 'acknowledged',
  resolvedAt: undefined,
  steps: redisIncident.steps.slice(0, 4),
};

/** Checkout's incidents as picture 05 shows them, newest first. */
export const checkoutIncidents: Incident[] = [
  redisIncident,
  incident({
    label: 'INC-455',
    causedByNone: {
      by: 'user:default/maja-wrona',
      at: '2026-10-11T08:00:00.000Z',
      reason: 'The payment provider was down',
    },
  }),
  incident({
    label: 'INC-431',
    title: 'Prices rounded down in PLN',
    startedAt: '2026-09-17T07:12:00.000Z',
    acknowledgedAt: '2026-09-17T07:14:02.000Z',
    resolvedAt: '2026-09-17T07:33:48.000Z',
    cause: {
      deploymentId: 'd-v2.22.0',
      version: 'v2.22.0',
      confidence: 0.82,
      rule: 'incident-in-window',
    },
  }),
];
