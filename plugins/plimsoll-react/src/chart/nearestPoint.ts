/**
 * Index of the instant that is nearest to `at`; `undefined` without instants.
 *
 * @param instants - ascending
 * @internal
 */
export function nearestPoint(
  instants: readonly Date[],
  at: Date,
): number | undefined {
  if (instants.length === 0) {
    return undefined;
  }
  let low = 0;
  let high = instants.length - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (instants[middle] <= at) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const before = Math.abs(at.getTime() - instants[low].getTime());
  const after = Math.abs(instants[high].getTime() - at.getTime());
  return after < before ? high : low;
}
