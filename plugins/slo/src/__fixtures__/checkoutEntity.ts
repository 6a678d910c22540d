import type { Entity } from '@backstage/catalog-model';

/** The service that most tests look at. */
export const checkoutEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments-crew' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-crew' }],
};
