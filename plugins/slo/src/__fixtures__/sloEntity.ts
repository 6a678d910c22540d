import type { Entity } from '@backstage/catalog-model';

/** The document of checkout's availability, as the catalog hands it out. */
export function sloEntity(overrides: Partial<Entity> = {}): Entity {
  const entity = {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: 'checkout-availability',
      namespace: 'default',
      displayName: 'Checkout availability',
      title: 'Checkout availability',
      annotations: {
        'backstage.io/source-location': 'url:https://git.example.com/slo.yaml',
      },
    },
    spec: { service: 'checkout', budgetingMethod: 'Occurrences' },
    relations: [
      { type: 'measures', targetRef: 'component:default/checkout' },
      { type: 'usesIndicator', targetRef: 'sli:default/http-success' },
    ],
    status: {
      items: [
        {
          type: 'plimsoll.dev/openslo',
          level: 'warning',
          message: 'spec.alertPolicies have no effect yet',
        },
      ],
    },
    ...overrides,
  };
  return entity;
}
