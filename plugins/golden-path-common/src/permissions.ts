import { createPermission } from '@backstage/plugin-permission-common';

/** Check the wiring of a service at once, and send a test alert. @public */
export const goldenPathWiringCheckPermission = createPermission({
  name: 'golden-path.wiring.check',
  attributes: { action: 'update' },
  // decided on the service, so that its owners may
  resourceType: 'catalog-entity',
});

/** See which services are behind their template, and what an update would change. @public */
export const goldenPathUpdateReadPermission = createPermission({
  name: 'golden-path.update.read',
  attributes: { action: 'read' },
});

/** Open the pull request that brings a service up to date. @public */
export const goldenPathUpdateCreatePermission = createPermission({
  name: 'golden-path.update.create',
  attributes: { action: 'create' },
  // decided on the service, so that its owners may
  resourceType: 'catalog-entity',
});

/** All permissions of the golden path. @public */
export const goldenPathPermissions = [
  goldenPathWiringCheckPermission,
  goldenPathUpdateReadPermission,
  goldenPathUpdateCreatePermission,
];
