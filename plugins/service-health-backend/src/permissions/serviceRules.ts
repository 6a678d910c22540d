import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SERVICE_HEALTH_SERVICE } from '@plimsoll/plugin-service-health-common';
import {
  createServiceRules,
  type ServiceCriterion,
  type ServiceOwnedResource,
} from '@plimsoll/service-index';

/**
 * A service as permission rules see it. Its resource ref is its entity ref.
 *
 * @public
 */
export interface ServiceHealthServiceResource extends ServiceOwnedResource {}

/** What policies decide about. @public */
export const serviceHealthServiceResourceRef = createPermissionResourceRef<
  ServiceHealthServiceResource,
  ServiceCriterion
>().with({
  pluginId: 'service-health',
  resourceType: RESOURCE_TYPE_SERVICE_HEALTH_SERVICE,
});

/** `IS_SERVICE_OWNER`, `IS_FOR_ENTITY` and `IN_SYSTEM`. */
export const serviceHealthServiceRules = createServiceRules(
  serviceHealthServiceResourceRef,
);

const conditionExports = createConditionExports({
  resourceRef: serviceHealthServiceResourceRef,
  rules: serviceHealthServiceRules,
});

/**
 * For authors of permission policies:
 * `serviceHealthConditions.isServiceOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const serviceHealthConditions = conditionExports.conditions;

/**
 * Wraps conditions for a policy's answer about `service-health.read`.
 *
 * @public
 */
export const createServiceHealthConditionalDecision =
  conditionExports.createConditionalDecision;
