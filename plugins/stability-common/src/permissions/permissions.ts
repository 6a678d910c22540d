import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a service, as this plugin sees it. @public */
export const RESOURCE_TYPE_STABILITY_SERVICE = 'stability-service';

/** See a service's deployments, incidents and metrics. @public */
export const stabilityReadPermission = createPermission({
  name: 'stability.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_STABILITY_SERVICE,
});

/** Overrule a verdict or the cause of an incident, with a reason. @public */
export const stabilityVerdictWritePermission = createPermission({
  name: 'stability.verdict.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_STABILITY_SERVICE,
});

/** See the events inbox, map what matched no service, replay. @public */
export const stabilityInboxManagePermission = createPermission({
  name: 'stability.inbox.manage',
  attributes: { action: 'update' },
});

/** Deliver events by `POST /api/stability/events`. @public */
export const stabilityEventsCreatePermission = createPermission({
  name: 'stability.events.create',
  attributes: { action: 'create' },
});

/** All permissions of the stability plugin. @public */
export const stabilityPermissions = [
  stabilityReadPermission,
  stabilityVerdictWritePermission,
  stabilityInboxManagePermission,
  stabilityEventsCreatePermission,
];
