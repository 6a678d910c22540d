import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a service, as this plugin sees it. @public */
export const RESOURCE_TYPE_COST_SERVICE = 'cost-service';

/** See what a service costs. @public */
export const costReadPermission = createPermission({
  name: 'cost.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_COST_SERVICE,
});

/** Set a service's budget. @public */
export const costBudgetWritePermission = createPermission({
  name: 'cost.budget.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_COST_SERVICE,
});

/**
 * See what the organisation spends: the bill, what no service owns, shared
 * pools, data quality, restatements and exports.
 *
 * @public
 */
export const costTotalReadPermission = createPermission({
  name: 'cost.total.read',
  attributes: { action: 'read' },
});

/** All permissions of the cost plugin. @public */
export const costPermissions = [
  costReadPermission,
  costBudgetWritePermission,
  costTotalReadPermission,
];
