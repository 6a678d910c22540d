import type { DeploymentObservation } from '../../observation/DeploymentObservation';
import type { DeploymentState } from '../Deployment';
import type { VersionIdentity, VersionKey } from '../deployments/VersionKey';

/** One run of a deployment, folded from its observations. Times in ms. */
export interface Run extends VersionIdentity {
  runId: string;
  key: VersionKey;
  source: string;
  environment: string;
  production: boolean;
  state: DeploymentState;
  startedAt: number;
  /** End of the run; absent while it goes on. */
  finishedAt?: number;
  target?: string;
  batchId?: string;
  /** The largest share of the traffic that it had, 0..1. */
  traffic?: number;
  reason?: string;
  title?: string;
  url?: string;
  rollback: boolean;
  unplanned: boolean;
  /** SHAs that it ships, as its sender lists them. */
  listed: string[];
  /** The observation that told how it ended. */
  endId?: string;
  observations: DeploymentObservation[];
}
