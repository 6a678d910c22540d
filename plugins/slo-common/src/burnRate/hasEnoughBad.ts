/** Sums of fractions fall a hair short of the whole number they mean. */
const TOLERANCE = 1e-6;

/**
 * Whether a long window holds enough bad units for its pair to fire.
 *
 * @param options.minBad - see `minBadUnits`
 */
export function hasEnoughBad(options: {
  bad: number;
  minBad: number;
}): boolean {
  return options.bad >= options.minBad - TOLERANCE;
}
