import type { Amount } from './Amount';

/** What a deployment did to the cost of a request. @public */
export interface DeploymentCost {
  deploymentId: string;
  version?: string;
  finishedAt: string;
  unit: string;
  per: number;
  state: /** Interval on one side of zero. */
  | 'changed'
    /** Interval over zero: cannot tell. */
    | 'cannot-tell'
    /** Bill or weekdays not there yet. */
    | 'due'
    /** Followed by the next one on the same day. */
    | 'too-short'
    | 'no-volume';
  before?: Amount;
  after?: Amount;
  /**
   * Why no deployment is named though days differ: the first of a month
   * explains it as well; the days beside it did not move; an earlier change is
   * not known well enough to be taken out; less than a week is known before it.
   */
  reason?: 'turn-of-month' | 'not-beside' | 'earlier-change' | 'little-before';
  /** Deployments that were compared; the interval holds for all at once. */
  tried?: number;
  /** Of `before`, with a 95 % interval for all that were tried at once; ratios. */
  change?: { ratio: number; low: number; high: number };
  /** A month at the volume after it. */
  perMonth?: Amount;
  /** Pairs of matching weekdays. */
  pairs: number;
  /** Ids of others that went live so near to it that it may have been them. */
  alternatives?: string[];
  /** When it will be known. */
  dueOn?: string;
  liveSeconds?: number;
}
