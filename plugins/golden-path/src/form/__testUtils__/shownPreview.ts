import type { ServicePreview } from '@plimsoll/plugin-golden-path-common';
import { plannedService } from '@plimsoll/plugin-golden-path-common/testUtils';

/** A preview of ShopKart's gift cards, as the backend answers. */
export function shownPreview(
  more: Partial<ServicePreview> = {},
): ServicePreview {
  const { name, promise, alerts, repository } = plannedService();
  return {
    findings: [],
    placeholders: [],
    service: { name, promise, alerts, repositoryUrl: repository.url },
    files: [
      {
        path: 'catalog-info.yaml',
        size: 1_800,
        note: { kind: 'annotations' },
        followsPromise: false,
      },
      { path: 'Dockerfile', size: 1_300, followsPromise: false },
      {
        path: 'slo/objectives.yaml',
        size: 3_700,
        note: { kind: 'objectives', availabilityPercent: 99.9, p95Ms: 500 },
        followsPromise: true,
      },
    ],
    documents: {
      objectives: [{ path: 'slo/objectives.yaml', text: 'target: 0.999' }],
      alerts: [{ path: 'chart/alerts/slo.yaml', text: 'alert: Burning' }],
    },
    dependencies: [{ ref: 'component:default/session-api', target: 0.999 }],
    estimate: {
      monthly: '312.40',
      currency: 'USD',
      items: [
        { name: 'node', title: 'Node', quantity: 3, monthly: '94.80' },
        { name: 'alb', title: 'Load balancer', quantity: 1, monthly: '217.60' },
      ],
      rateCard: { title: "ShopKart's prices", asOf: '2026-11-01' },
      shared: { monthly: '94.80', items: ['Load balancer'] },
    },
    ...more,
  };
}
