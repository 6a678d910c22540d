import type { Deployment } from '@plimsoll/plugin-stability-common';
import { change, deployment } from './deployment';

const HOUR = 3600;
const MINUTE = 60;

/** The failed deployment of picture 05. */
export const failedDeployment: Deployment = deployment({
  version: 'v2.31.0',
  title: 'Cart entries in MessagePack (#1842)',
  commitSha: 'a91c4e2d00aa',
  startedAt: '2026-11-03T13:04:40.000Z',
  finishedAt: '2026-11-03T13:06:10.000Z',
  impactFrom: '2026-11-03T13:06:40.000Z',
  detectedAt: '2026-11-03T13:10:05.000Z',
  recoveredAt: '2026-11-03T13:17:05.000Z',
  remediatedBy: 'd-rollback',
  changes: [change(4 * HOUR + 40 * MINUTE, 'Cart entries in MessagePack')],
  budgetBurned: {
    objective: 'slo:default/checkout-availability#availability',
    displayName: 'Availability',
    share: 0.194,
    from: '2026-11-03T13:06:10.000Z',
    to: '2026-11-03T13:17:05.000Z',
  },
  verdict: {
    name: 'failed',
    confidence: 0.95,
    suspected: false,
    decidedBy: 'rule',
  },
  evidence: [
    {
      rule: 'rollback-event',
      at: '2026-11-03T13:13:02.000Z',
      confidence: 0.95,
      deploymentId: 'd-rollback',
      observationIds: ['argocd:4117', 'argocd:4118'],
      overruled: false,
    },
    {
      rule: 'incident-names-it',
      at: '2026-11-03T13:10:05.000Z',
      confidence: 0.9,
      incidentId: 'i-482',
      observationIds: ['pagerduty:482:triggered'],
      overruled: false,
    },
    {
      rule: 'budget-burned',
      at: '2026-11-03T13:17:05.000Z',
      confidence: 0.6,
      objective: 'slo:default/checkout-availability#availability',
      burned: 0.194,
      observationIds: ['budget:1'],
      overruled: false,
    },
  ],
});

/** The rollback that answered it. */
export const rollback: Deployment = deployment({
  id: 'd-rollback',
  version: 'v2.30.2',
  type: 'rollback',
  startedAt: '2026-11-03T13:13:02.000Z',
  finishedAt: '2026-11-03T13:15:20.000Z',
  remediates: failedDeployment.id,
  verdict: {
    name: 'rollback',
    confidence: 1,
    suspected: false,
    decidedBy: 'rule',
  },
});

/** A canary that was stopped before it reached its users. */
export const preventedDeployment: Deployment = deployment({
  version: 'v2.30.1',
  title: 'New tax rounding (#1835)',
  state: 'aborted',
  startedAt: '2026-10-30T11:58:00.000Z',
  finishedAt: undefined,
  traffic: 0.1,
  changes: [change(2 * HOUR + 31 * MINUTE, 'New tax rounding')],
  verdict: {
    name: 'prevented',
    confidence: 0.9,
    suspected: false,
    decidedBy: 'rule',
  },
  evidence: [
    {
      rule: 'canary-stopped',
      at: '2026-10-30T12:00:00.000Z',
      confidence: 0.9,
      reason: 'errors over 1%',
      observationIds: ['argo-rollouts:77'],
      overruled: false,
    },
  ],
});

/** The newest, whose verdict is not due yet. */
export const pendingDeployment: Deployment = deployment({
  version: 'v2.34.1',
  title: 'Address hints (#1861)',
  finishedAt: '2026-11-18T15:20:00.000Z',
  changes: [change(2 * HOUR + 5 * MINUTE)],
  verdict: {
    name: 'pending',
    confidence: 0,
    suspected: false,
    decidedBy: 'rule',
    dueAt: '2026-11-19T15:20:00.000Z',
  },
});

const clean = (version: string, finishedAt: string, lead: number, share = 0) =>
  deployment({
    version,
    finishedAt,
    changes: [change(lead)],
    budgetBurned:
      share > 0
        ? {
            objective: 'slo:default/checkout-availability#availability',
            displayName: 'Availability',
            share,
            from: finishedAt,
            to: finishedAt,
          }
        : undefined,
  });

/** Checkout as picture 05 shows it, newest first. */
export const checkoutDeployments: Deployment[] = [
  pendingDeployment,
  clean('v2.34.0', '2026-11-17T10:02:00.000Z', 3 * HOUR + 40 * MINUTE, 0.004),
  clean('v2.33.3', '2026-11-16T13:11:00.000Z', HOUR + 52 * MINUTE, 0.017),
  clean('v2.33.2', '2026-11-13T09:04:00.000Z', 2 * HOUR + 44 * MINUTE, 0.036),
  clean('v2.33.1', '2026-11-12T15:08:00.000Z', HOUR + 20 * MINUTE, 0.019),
  clean('v2.33.0', '2026-11-11T10:20:00.000Z', 26 * HOUR, 0.026),
  clean('v2.32.0', '2026-11-09T09:12:00.000Z', 22 * HOUR + 31 * MINUTE, 0.014),
  clean('v2.31.2', '2026-11-05T14:07:00.000Z', 3 * HOUR + 2 * MINUTE, 0.016),
  clean('v2.31.1', '2026-11-04T09:41:00.000Z', 5 * HOUR + 18 * MINUTE, 0.005),
  rollback,
  failedDeployment,
  deployment({
    version: 'v2.30.2',
    title: 'Retry on PSP timeout (#1839)',
    finishedAt: '2026-11-02T10:01:00.000Z',
    changes: [change(4 * HOUR + 15 * MINUTE)],
  }),
  preventedDeployment,
  clean('v2.30.0', '2026-10-29T09:00:00.000Z', 3 * HOUR),
  clean('v2.29.2', '2026-10-27T12:30:00.000Z', 2 * HOUR),
  clean('v2.29.1', '2026-10-26T09:15:00.000Z', 4 * HOUR),
];
