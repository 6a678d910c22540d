import type { ObservationBase } from './Observation';

/** How far a run had come when it was observed. @public */
export const DEPLOYMENT_PHASES = [
  'queued',
  'started',
  'succeeded',
  'failed',
  'aborted',
  'canceled',
  'superseded',
  'removed',
] as const;

/** @public */
export type DeploymentPhase = (typeof DEPLOYMENT_PHASES)[number];

/**
 * One step of one run of a deployment: it started, it ended. Several runs of
 * one version (clusters, doors) become one deployment.
 *
 * @public
 */
export interface DeploymentObservation extends ObservationBase {
  kind: 'deployment';
  /** Names the run at its source, begins with the source's name. */
  runId: string;
  /** As the sender names it: `production`, `prod-eu`. */
  environment: string;
  /** The sender itself says that this is production. */
  production?: boolean;
  phase: DeploymentPhase;
  /** What people call it: `v2.31.0`. */
  version?: string;
  /** Digests or package URLs, sorted; they say more than the version. */
  artifacts?: string[];
  commitSha?: string;
  /** ISO instants, where the sender knows them. */
  startedAt?: string;
  finishedAt?: string;
  /** The sender says that this run goes back to an earlier version. */
  rollback?: boolean;
  /** A hotfix, by label, branch or the sender's own word. */
  unplanned?: boolean;
  /** Cluster or region. */
  target?: string;
  /** Shared by all deployments of one pipeline run. */
  batchId?: string;
  /** Share of the traffic that it had reached, 0..1; a canary stops below 1. */
  traffic?: number;
  /** Why it failed or was stopped, in the sender's words. */
  reason?: string;
  /** What changed, in the sender's words: "Cart entries in MessagePack (#1842)". */
  title?: string;
  /** SHAs of the commits that it ships, where the sender lists them. */
  changes?: string[];
}
