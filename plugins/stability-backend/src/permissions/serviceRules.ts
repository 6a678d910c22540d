import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_STABILITY_SERVICE } from '@plimsoll/plugin-stability-common';
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
export interface StabilityServiceResource extends ServiceOwnedResource {}

/** What policies decide about. @public */
export const stabilityServiceResourceRef = createPermissionResourceRef<
  StabilityServiceResource,
  ServiceCriterion
>().with({
  pluginId: 'stability',
  resourceType: RESOURCE_TYPE_STABILITY_SERVICE,
});

/** `IS_SERVICE_OWNER`, `IS_FOR_ENTITY` and `IN_SYSTEM`. */
export const stabilityServiceRules = createServiceRules(
  stabilityServiceResourceRef,
);

const conditionExports = createConditionExports({
  resourceRef: stabilityServiceResourceRef,
  rules: stabilityServiceRules,
});

/**
 * For authors of permission policies:
 * `stabilityConditions.isServiceOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const stabilityConditions = conditionExports.conditions;

/**
 * Wraps conditions for a policy's answer about `stability.read` and
 * `stability.verdict.write`.
 *
 * @public
 */
export const createStabilityConditionalDecision =
  conditionExports.createConditionalDecision;
