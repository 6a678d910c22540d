import type { DeploymentState } from '../Deployment';
import type { Run } from '../runs/Run';

const BROKEN: readonly DeploymentState[] = ['failed', 'aborted'];

/**
 * Whether a run brings to its place what the same door had already brought
 * there, and nothing had gone wrong with. Such a run changes nothing of what
 * became of the first one. A second try of what failed is none.
 *
 * @param runs - of the same version, by start
 */
export function isRepeat(run: Run, runs: readonly Run[]): boolean {
  const ended = runs.filter(
    ({ finishedAt = Infinity }) => finishedAt <= run.startedAt,
  );
  const latest = new Map(
    ended.map(one => [`${one.source}\n${one.target ?? ''}`, one]),
  );
  const there = [...latest.values()].filter(one => sharePlace(one, run));
  const isThere = there.some(
    ({ source, target, state }) =>
      source === run.source && target === run.target && state === 'succeeded',
  );
  return isThere && !there.some(({ state }) => BROKEN.includes(state));
}

/** A place that is not named is any place. */
export function sharePlace(a: Run, b: Run): boolean {
  return (
    a.target === undefined || b.target === undefined || a.target === b.target
  );
}
