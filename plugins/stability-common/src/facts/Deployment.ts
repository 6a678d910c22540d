import type { Evidence, Verdict } from './Verdict';

/** @public */
export type DeploymentType =
  /** Brings a version that this environment did not run before. */
  | 'forward'
  /** Goes back to a version that ran before. */
  | 'rollback'
  /** The same version again, a restart, other settings: no deployment. */
  | 'redeploy';

/** @public */
export type DeploymentState =
  | 'in-progress'
  | 'succeeded'
  | 'failed'
  | 'aborted'
  | 'superseded'
  | 'canceled';

/** Where one deployment went: one cluster or region. @public */
export interface DeploymentTarget {
  runId: string;
  source: string;
  target?: string;
  state: DeploymentState;
  /** ISO instants. */
  startedAt: string;
  finishedAt?: string;
  url?: string;
}

/** A change that this deployment was the first to ship. @public */
export interface ShippedChange {
  sha: string;
  number?: string;
  title?: string;
  url?: string;
  committedAt?: string;
  mergedAt?: string;
  /** Seconds from commit (or merge, see `basis`) to live. */
  leadSeconds?: number;
  basis?: 'commit' | 'merge';
  /**
   * Its sender does not name this change: it was merged since the deployment
   * before, up to the commit that is deployed, or (that commit is not known)
   * before the deployment began. Confidence 0..1.
   */
  inferred?: { from: 'commit' | 'time'; confidence: number };
}

/** What went to one environment of one service. @public */
export interface Deployment {
  /** Made from its first run, so that it is the same after a rebuild. */
  id: string;
  entityRef: string;
  environment: string;
  /** Counts in the metrics of production. */
  production: boolean;
  type: DeploymentType;
  state: DeploymentState;
  version?: string;
  artifacts?: string[];
  commitSha?: string;
  title?: string;
  url?: string;
  /** ISO instants. */
  startedAt: string;
  /** Live since, ISO instant; of the first target that took traffic. */
  finishedAt?: string;
  batchId?: string;
  targets: DeploymentTarget[];
  /** The deployment that ran before it in this environment. */
  previousId?: string;
  /** Rollbacks and fixes: the deployment that they answer. */
  remediates?: string;
  /** A failed deployment: what ended it. */
  remediatedBy?: string;
  unplanned: boolean;
  changes: ShippedChange[];
  verdict: Verdict;
  evidence: Evidence[];
  /** Share of the traffic when it was stopped, 0..1. */
  traffic?: number;
  /** Failures: ISO instants of impact, detection and recovery. */
  impactFrom?: string;
  detectedAt?: string;
  recoveredAt?: string;
  /** Largest share of an objective's budget that burned while it was live. */
  budgetBurned?: {
    objective: string;
    displayName: string;
    share: number;
    from: string;
    to: string;
  };
}
