import type { IncidentObservation } from '../../observation/IncidentObservation';
import type { Incident } from '../Incident';

/** An incident while its facts are being worked out. Times in ms. */
export interface IncidentDraft {
  id: string;
  key: string;
  entityRef: string;
  startedAt: number;
  /** When somebody took it for the first time. */
  acknowledgedAt?: number;
  /** Somebody has it: it was not given back since, and did not come back. */
  isAcknowledged: boolean;
  endedAt?: number;
  presumed: boolean;
  merged: boolean;
  derived: boolean;
  /** Instants at which it came back. */
  reopenedAt: number[];
  environment?: string;
  production: boolean;
  /** How many services it touched, one or more. */
  affected: number;
  /** By instant. */
  observations: IncidentObservation[];
  cause?: NonNullable<Incident['cause']>;
  causedByNone?: Incident['causedByNone'];
  correction?: Incident['correction'];
}
