/** Bad units out of all of a stretch. @public */
export interface RatioSample {
  bad: number;
  total: number;
  /** `bad / total`, 0..1. */
  ratio: number;
}

/** One step of what was measured. @public */
export interface MeasuredStep {
  bad: number;
  total: number;
}

/** How a share of bad units changed. Shares and their difference are 0..1. @public */
export interface RatioChange {
  before: RatioSample;
  after: RatioSample;
  /** `after - before`, in points of 1. */
  difference: number;
  /** Where the true difference lies, with a confidence of 95 %. */
  interval: { low: number; high: number };
  /**
   * How many times more the steps before scatter than chance alone would have
   * them, 1 or more. The interval is wider by its root.
   */
  dispersion: number;
  /** `no-clear-change`: the interval holds 0. */
  direction: 'worse' | 'better' | 'no-clear-change';
}
