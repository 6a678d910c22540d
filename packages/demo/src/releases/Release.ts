/** A pull request that a release brings. */
export interface Change {
  /** The commit that it left on the main branch. */
  sha: string;
  number: number;
  title: string;
  branch: string;
  /** Unix milliseconds. */
  committedAt: number;
  mergedAt: number;
  /** Number of the pull request that it takes back. */
  reverts?: number;
}

/** How a rollout ended, unless it succeeded. */
export interface BadEnd {
  kind: 'failed' | 'aborted';
  /** Share of the traffic that a canary had reached, 0..1. */
  traffic?: number;
  reason: string;
}

/** One version of one service on its way to production. */
export interface Release {
  service: string;
  /** `v2.31.0`. */
  version: string;
  /** What it is built from. */
  sha: string;
  title: string;
  /** Unix milliseconds. */
  startedAt: number;
  /** When all pods were replaced, or it was given up. */
  endedAt: number;
  /** What is in it for the first time, by merge; the last one is its head. */
  changes: Change[];
  badEnd?: BadEnd;
  /** The pipeline was started as a rollback, and says so. */
  rollback?: boolean;
  /** Nobody had planned it. */
  hotfix?: boolean;
  /** Several services by one pipeline run. */
  batch?: string;
  /** Tag of its image, where that is not the version. */
  tag?: string;
  /** What the service was called before: an old pipeline still says so. */
  formerName?: string;
}
