import type { IncidentLinks } from '../observation/IncidentObservation';

/** @public */
export type IncidentState = 'triggered' | 'acknowledged' | 'resolved';

/** One line of what happened. @public */
export interface IncidentStep {
  /** ISO instant. */
  at: string;
  type:
    | 'deployed'
    | 'burning'
    | 'triggered'
    | 'acknowledged'
    | 'updated'
    | 'reopened'
    | 'rolled-back'
    | 'resolved';
  title?: string;
  by?: string;
  deploymentId?: string;
  url?: string;
}

/** An incident as one service was touched by it. @public */
export interface Incident {
  /** Made from its key and the service. */
  id: string;
  entityRef: string;
  /** Names it at its source: the same for each service that it touched. */
  key?: string;
  source: string;
  /** `INC-482`, or a short form of the key. */
  label: string;
  title: string;
  severity?: string;
  environment?: string;
  /** `false`: its environment does not count in the metrics of production. */
  production?: boolean;
  state: IncidentState;
  /** ISO instants. */
  startedAt: string;
  acknowledgedAt?: string;
  resolvedAt?: string;
  /** The end was concluded, not told: no recovery time is taken from it. */
  presumed: boolean;
  /** Closed because it was merged into another one, or handed to another service. */
  merged: boolean;
  reopenCount: number;
  assignee?: string;
  links: IncidentLinks;
  url?: string;
  /** The deployment that most likely caused it. */
  cause?: {
    deploymentId: string;
    version?: string;
    confidence: number;
    rule: 'person' | 'incident-names-it' | 'incident-in-window';
  };
  /** A person said that no deployment caused it. */
  causedByNone?: { by: string; at: string; reason: string };
  /** The person's word about what caused it, where one decided. */
  correction?: { id: string; by: string; at: string; reason: string };
  /** Derived from stability's own figures: no evidence. */
  derived: boolean;
  steps: IncidentStep[];
}
