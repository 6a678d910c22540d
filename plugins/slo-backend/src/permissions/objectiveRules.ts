import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  createServiceRules,
  type ServiceCriterion,
  type ServiceOwnedResource,
} from '@plimsoll/service-index';
import {
  type ObjectiveKey,
  RESOURCE_TYPE_SLO_OBJECTIVE,
} from '@plimsoll/plugin-slo-common';

/**
 * An objective as permission rules see it. Its resource ref is the text of its
 * key, see `stringifyObjectiveKey`.
 *
 * @public
 */
export interface ObjectiveResource extends ObjectiveKey, ServiceOwnedResource {}

/** What policies decide about. @public */
export const objectiveResourceRef = createPermissionResourceRef<
  ObjectiveResource,
  ServiceCriterion
>().with({ pluginId: 'slo', resourceType: RESOURCE_TYPE_SLO_OBJECTIVE });

/** `IS_SERVICE_OWNER`, `IS_FOR_ENTITY` and `IN_SYSTEM`. */
export const objectiveRules = createServiceRules(objectiveResourceRef);

const conditionExports = createConditionExports({
  resourceRef: objectiveResourceRef,
  rules: objectiveRules,
});

/**
 * For authors of permission policies:
 * `sloConditions.isServiceOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const sloConditions = conditionExports.conditions;

/**
 * Wraps conditions for a policy's answer about `slo.objective.read`.
 *
 * @public
 */
export const createSloConditionalDecision =
  conditionExports.createConditionalDecision;
