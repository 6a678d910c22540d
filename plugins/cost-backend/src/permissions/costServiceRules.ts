import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_COST_SERVICE } from '@plimsoll/plugin-cost-common';
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
export interface CostServiceResource extends ServiceOwnedResource {}

/** What policies decide about. @public */
export const costServiceResourceRef = createPermissionResourceRef<
  CostServiceResource,
  ServiceCriterion
>().with({
  pluginId: 'cost',
  resourceType: RESOURCE_TYPE_COST_SERVICE,
});

/** `IS_SERVICE_OWNER`, `IS_FOR_ENTITY` and `IN_SYSTEM`. */
export const costServiceRules = createServiceRules(costServiceResourceRef);

const conditionExports = createConditionExports({
  resourceRef: costServiceResourceRef,
  rules: costServiceRules,
});

/**
 * For authors of permission policies:
 * `costConditions.isServiceOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const costConditions = conditionExports.conditions;

/**
 * Wraps conditions for a policy's answer about `cost.read` and
 * `cost.budget.write`.
 *
 * @public
 */
export const createCostConditionalDecision =
  conditionExports.createConditionalDecision;
