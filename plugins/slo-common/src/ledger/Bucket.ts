/**
 * Seconds of the ledger's finest bucket. Buckets start at multiples of it in
 * Unix time.
 *
 * @public
 */
export const BUCKET_SECONDS = 300;

/**
 * What one objective did in one aligned stretch of time. `bad` and `total` are
 * counted in the objective's unit and need not be whole numbers.
 *
 * @public
 */
export interface Bucket {
  /** Start, in Unix seconds, inclusive. */
  start: number;
  /** Length in seconds; the newest bucket may be shorter than the step. */
  seconds: number;
  bad: number;
  total: number;
  /** How many of `seconds` the source could speak for; 0 is "not measured". */
  coveredSeconds: number;
}

/** Sums over some buckets. @public */
export interface LedgerSum {
  /** In Unix seconds, inclusive. */
  from: number;
  /** In Unix seconds, exclusive. */
  to: number;
  bad: number;
  total: number;
  coveredSeconds: number;
}
