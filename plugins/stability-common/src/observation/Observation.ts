import type { ChangeObservation } from './ChangeObservation';
import type { DeploymentObservation } from './DeploymentObservation';
import type { IncidentObservation } from './IncidentObservation';

/**
 * What every observation says. Observations are the only input of the facts:
 * the same set of them, in any order and any number of copies, gives the same
 * deployments and incidents.
 *
 * @public
 */
export interface ObservationBase {
  /**
   * Natural key: the same happening reported again has the same id, whoever
   * delivers it. Begins with the source: `github:deployment_status:42`.
   */
  id: string;
  /** Door it came through: `github`, `cdevents`, `kubernetes`, ... */
  source: string;
  /** When it happened by the sender's clock, ISO instant in UTC. */
  at: string;
  /** Ref of the service, in lower case. */
  entityRef: string;
  /** Page of the sender that shows it. */
  url?: string;
}

/** One thing that a sender reported about one service. @public */
export type Observation =
  | DeploymentObservation
  | IncidentObservation
  | ChangeObservation;
