import type {
  DeploymentObservation,
  DeploymentPhase,
} from '../../observation/DeploymentObservation';
import { millisOf } from '../../time/instant';
import type { DeploymentState } from '../Deployment';

/** At one instant the later phase counts as the later one. */
const RANK: Record<DeploymentPhase, number> = {
  queued: 0,
  started: 1,
  superseded: 2,
  canceled: 3,
  aborted: 4,
  failed: 5,
  succeeded: 6,
  removed: 7,
};

/** By instant, rank of the phase, then id: the same whatever order they came in. */
export function comparePhases(
  a: DeploymentObservation,
  b: DeploymentObservation,
): number {
  return (
    (millisOf(a.at) ?? 0) - (millisOf(b.at) ?? 0) ||
    RANK[a.phase] - RANK[b.phase] ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * The step that ended a run: the first end that was told, unless a failed run
 * was tried again and succeeded.
 *
 * @param steps - ordered by `comparePhases`
 */
export function outcomeOf(
  steps: readonly DeploymentObservation[],
): DeploymentObservation | undefined {
  return steps.reduce<DeploymentObservation | undefined>((end, step) => {
    if (RANK[step.phase] < RANK.superseded) {
      return end;
    }
    const mended =
      step.phase === 'succeeded' &&
      (end?.phase === 'failed' || end?.phase === 'aborted');
    return end === undefined || mended ? step : end;
  }, undefined);
}

/** The state of a run that ended so, or that goes on. */
export function stateOf(
  end: DeploymentObservation | undefined,
): DeploymentState {
  switch (end?.phase) {
    case 'succeeded':
    case 'failed':
    case 'aborted':
    case 'canceled':
    case 'superseded':
      return end.phase;
    default:
      return 'in-progress';
  }
}
