import type { Entity } from '@backstage/catalog-model';

/** The service that most tests look at. */
export const checkoutEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    namespace: 'default',
    annotations: {
      'backstage.io/edit-url':
        'https://github.com/shopkart/checkout/edit/main/catalog-info.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments-crew' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-crew' }],
};

export const CHECKOUT = 'component:default/checkout';

/** The present of the fixture world. */
export const NOW = '2026-11-19T09:23:24.000Z';
