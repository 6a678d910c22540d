const { floor, imul } = Math;

/**
 * Irrational steps (golden ratio, square root of two, square root of three) in
 * units of 2^-32. Counts that are made from each other take different steps,
 * otherwise the errors of a quiet service would avoid its requests.
 */
const STEPS = {
  events: 0x9e3779b9,
  failures: 0x6a09e667,
  slowness: 0xbb67ae85,
} as const;

/** @param of - what is counted */
export interface WholeCountOptions {
  of: keyof typeof STEPS;
  seed: number;
  minute: number;
}

/**
 * Makes a whole number of an expectation, so that sums over many minutes stay
 * within a few units of the sum of the expectations (an additive recurrence
 * spreads the rounding evenly), whatever minute one starts at.
 *
 * It grows with the expectation, so a part never exceeds its whole.
 */
export function wholeCount(
  expectation: number,
  options: WholeCountOptions,
): number {
  const { of, seed, minute } = options;
  const share = ((imul(minute, STEPS[of]) + seed) >>> 0) / 4_294_967_296;
  return floor(expectation + share);
}
