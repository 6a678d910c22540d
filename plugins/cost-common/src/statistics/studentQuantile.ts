/** Of Student's t at 97.5 %, for 1 to 30 degrees of freedom. */
const QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201,
  2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074,
  2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Of the normal distribution at 97.5 %. */
const NORMAL = 1.959964;

/**
 * What half a two-sided 95 % interval is in standard errors: the 97.5 %
 * quantile of Student's t. Beyond 30 degrees of freedom by its expansion
 * (Abramowitz and Stegun 26.7.5), good to 0.001.
 */
export function studentQuantile(degrees: number): number {
  if (degrees < 1) {
    return Infinity;
  }
  const whole = Math.floor(degrees);
  if (whole <= QUANTILES.length) {
    return QUANTILES[whole - 1];
  }
  const cube = NORMAL ** 3;
  return NORMAL + (cube + NORMAL) / (4 * whole);
}
