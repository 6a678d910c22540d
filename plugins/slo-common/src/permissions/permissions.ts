import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of an objective. @public */
export const RESOURCE_TYPE_SLO_OBJECTIVE = 'slo-objective';

/** Read one objective: its status, history, explanation. @public */
export const sloObjectiveReadPermission = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/** All permissions of the SLO plugin. @public */
export const sloPermissions = [sloObjectiveReadPermission];
