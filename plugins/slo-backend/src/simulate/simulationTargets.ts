/**
 * The targets that are tried: the objective's own, for comparison, and those
 * that were asked for, each once, the laxest first.
 */
export function simulationTargets(
  asked: readonly number[],
  own: number,
): number[] {
  return [...new Set([own, ...asked])].sort((a, b) => a - b);
}
