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
    /** Followed too soon by the next one. */
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
  /** When it will be known. */
  dueOn?: string;
  liveSeconds?: number;
}
