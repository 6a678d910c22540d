import type { MarkerSource } from '@plimsoll/plugin-plimsoll-react';

// Small, and part of the initial load: what reads and draws comes when asked.

/** Deployments on the time axis of all Plimsoll charts. @public */
export const deploymentMarks: MarkerSource = {
  id: 'stability.deployments',
  title: async apis =>
    (await import('./readDeploymentMarks')).deploymentsTitle(apis),
  load: async request =>
    (await import('./readDeploymentMarks')).readDeploymentMarks(request),
};

/** Incidents on the time axis of all Plimsoll charts. @public */
export const incidentMarks: MarkerSource = {
  id: 'stability.incidents',
  title: async apis =>
    (await import('./readIncidentMarks')).incidentsTitle(apis),
  load: async request =>
    (await import('./readIncidentMarks')).readIncidentMarks(request),
};
