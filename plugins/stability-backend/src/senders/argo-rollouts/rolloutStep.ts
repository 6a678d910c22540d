import type { DeploymentPhase } from '@plimsoll/plugin-stability-common';
import type { Rollout } from './rollout';

/** How far a rollout has come. */
export interface RolloutStep {
  phase: DeploymentPhase;
  /** ISO instant. */
  at: string;
  /** It says itself that it went back. */
  rollback?: true;
}

const ENDS: Record<string, Omit<RolloutStep, 'at'>> = {
  Promoted: { phase: 'succeeded' },
  FastPromoted: { phase: 'succeeded' },
  Aborted: { phase: 'aborted' },
  Superseded: { phase: 'superseded' },
  RolledBack: { phase: 'succeeded', rollback: true },
  FastRolledBack: { phase: 'succeeded', rollback: true },
};

/**
 * What the state of a Rollout says: its own word where it has one
 * (`status.duration`, since 1.10), else what follows from its conditions.
 *
 * @param receivedAt - Unix milliseconds, for states that say no time
 */
export function rolloutStep(rollout: Rollout, receivedAt: number): RolloutStep {
  const { duration } = rollout;
  const end = ENDS[duration?.completionStatus ?? ''];
  if (end && duration?.finishedAt) {
    return { ...end, at: duration.finishedAt };
  }
  const at = lastChange(rollout) ?? new Date(receivedAt).toISOString();
  if (rollout.abort || rollout.abortedAt) {
    return { phase: 'aborted', at: rollout.abortedAt ?? at };
  }
  if (rollout.phase === 'Degraded') {
    return { phase: 'failed', at };
  }
  const isPromoted =
    rollout.phase === 'Healthy' &&
    rollout.currentPodHash !== undefined &&
    rollout.currentPodHash === rollout.stableRS;
  return { phase: isPromoted ? 'succeeded' : 'started', at };
}

function lastChange({ conditions }: Rollout): string | undefined {
  return (conditions ?? [])
    .flatMap(({ lastUpdateTime, lastTransitionTime }) =>
      [lastUpdateTime, lastTransitionTime].flatMap(time => time ?? []),
    )
    .sort()
    .at(-1);
}
