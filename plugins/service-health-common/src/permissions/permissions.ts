import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a service, as this plugin sees it. @public */
export const RESOURCE_TYPE_SERVICE_HEALTH_SERVICE = 'service-health-service';

/**
 * See a service in the joined view. What is shown of it also needs the right to
 * see it where it comes from: `slo.objective.read`, `stability.read` and
 * `cost.read`.
 *
 * @public
 */
export const serviceHealthReadPermission = createPermission({
  name: 'service-health.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SERVICE_HEALTH_SERVICE,
});

/** All permissions of the service health plugin. @public */
export const serviceHealthPermissions = [serviceHealthReadPermission];
