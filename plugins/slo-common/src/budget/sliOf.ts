/**
 * The indicator's value, `1 - bad / total`, kept within 0..1 where the two
 * series are out of step. Absent without events.
 *
 * @public
 */
export function sliOf(counts: {
  bad: number;
  total: number;
}): number | undefined {
  const { bad, total } = counts;
  if (!(total > 0)) {
    return undefined;
  }
  return Math.min(1, Math.max(0, 1 - bad / total));
}
