import type { Entity } from '@backstage/catalog-model';

/** A System that several services are part of. */
export const purchaseEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'purchase', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-crew' }],
};
