/**
 * What the SLO plugin answered when it was asked how much error budget a
 * deployment burned. Answers are kept, so that facts can be rebuilt.
 *
 * Only objectives whose source does not itself derive from deployments or
 * incidents are asked about.
 *
 * @public
 */
export interface BudgetAnswer {
  kind: 'budget';
  /** `budget:<deployment id>:<objective key>`; a newer answer replaces an older one. */
  id: string;
  entityRef: string;
  deploymentId: string;
  /** `slo:default/checkout-availability#availability`. */
  objective: string;
  displayName: string;
  /** When the SLO plugin answered, ISO instant. */
  at: string;
  /** Range that was asked for, ISO instants. */
  from: string;
  to: string;
  /** Share of the whole budget that was burned in the range; may exceed 1. */
  burned: number;
  /** The same length of time just before the deployment, for comparison. */
  burnedBefore?: number;
  /** A burn alert's threshold was passed in the range, from this instant on. */
  burningFrom?: string;
  /**
   * The earliest that this can have begun, by the step in which it was measured
   * and since the deployment was live, ISO instant.
   */
  burningSince?: string;
  /** Seconds of the range that were measured, and its length. */
  coveredSeconds: number;
  rangeSeconds: number;
}
