import type { ObservationBase } from './Observation';

/** @public */
export const INCIDENT_PHASES = [
  'triggered',
  'acknowledged',
  /** Whoever took it gave it back. */
  'unacknowledged',
  'resolved',
  'reopened',
  'updated',
] as const;

/** @public */
export type IncidentPhase = (typeof INCIDENT_PHASES)[number];

/** Where the people who answer an incident look next. @public */
export interface IncidentLinks {
  runbook?: string;
  dashboards?: string;
  logs?: string;
}

/** One step of one incident, as one service is touched by it. @public */
export interface IncidentObservation extends ObservationBase {
  kind: 'incident';
  /**
   * Names the incident at its source, begins with the source's name. The same
   * for each occurrence of an alert: `startedAt` tells them apart.
   */
  incidentKey: string;
  /** Names one alert of a group: an incident ends when all its parts have ended. */
  part?: string;
  /**
   * Refs of all services that it was matched to, where it is more than one, or
   * where it is `movable`.
   */
  affects?: string[];
  /**
   * Its sender may hand it to another service: each service that it has
   * touched gets all of its steps, and `affects` says whose it was in each.
   */
  movable?: boolean;
  phase: IncidentPhase;
  title?: string;
  /** What people call it: `INC-482`. */
  label?: string;
  severity?: string;
  environment?: string;
  /** When it began, ISO instant; an alert often tells it later. */
  startedAt?: string;
  /** When it ended, ISO instant; only in `resolved`. */
  endedAt?: string;
  /** The end is our conclusion, the sender never told it. */
  presumed?: boolean;
  /**
   * At this instant the sender said again that it goes on: whatever end was
   * concluded for an earlier one was none. Only in `updated`.
   */
  stillOpen?: boolean;
  /** Version or commit that the sender names as running or as the cause. */
  version?: string;
  commitSha?: string;
  artifactId?: string;
  /** Who took it: name or e-mail, as the sender writes it. */
  assignee?: string;
  links?: IncidentLinks;
  /**
   * The alert stands on a figure that is itself measured from deployments or
   * incidents: never evidence against a deployment.
   */
  derived?: boolean;
  /** Merged into another incident: closed, not recovered. */
  mergedInto?: string;
}
