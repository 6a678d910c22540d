/**
 * Median of the ratios of pairs, with a 95 % bootstrap interval. The generator
 * is seeded, so that the same measurements give the same interval.
 *
 * @param {Array<[number, number]>} pairs
 */
export function pairedRatio(pairs) {
  const ratios = pairs.map(([one, other]) => one / other);
  let seed = 42;
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const medians = Array.from({ length: 4_000 }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)])),
  ).sort((a, b) => a - b);
  return {
    median: median(ratios),
    low: medians[Math.floor(medians.length * 0.025)],
    high: medians[Math.floor(medians.length * 0.975)],
  };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
