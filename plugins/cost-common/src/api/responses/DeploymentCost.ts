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
  /** Of `before`, with a 95 % interval; ratios. */
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
