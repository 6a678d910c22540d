import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of an objective. @public */
export const RESOURCE_TYPE_SLO_OBJECTIVE = 'slo-objective';

/** Read one objective: its status, history, explanation. @public */
export const sloObjectiveReadPermission = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/**
 * Exclude a stretch of time from the budgets of a service, with a reason, and
 * take that back.
 *
 * @public
 */
export const sloCorrectPermission = createPermission({
  name: 'slo.correct',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/**
 * Check a document that is not in the catalog. On behalf of who may read all
 * objectives, whatever it asks is asked of the metrics source, within the
 * matchers that the source enforces; on behalf of who may read some, only
 * queries that stand in the catalog already.
 *
 * @public
 */
export const sloCheckPermission = createPermission({
  name: 'slo.check',
  attributes: { action: 'read' },
});

/** All permissions of the SLO plugin. @public */
export const sloPermissions = [
  sloObjectiveReadPermission,
  sloCorrectPermission,
  sloCheckPermission,
];
