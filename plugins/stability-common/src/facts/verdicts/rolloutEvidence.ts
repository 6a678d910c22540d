import { liveFrom, type DeploymentDraft } from '../deployments/DeploymentDraft';
import type { Evidence } from '../Verdict';
import { evidenceOf } from './evidenceOf';

/**
 * How far an abort of unknown extent is trusted: the stable version was put
 * back, and nobody said whether anyone had seen the new one.
 */
const UNKNOWN_EXTENT = 0.6;

/** The roll-out itself failed or was stopped. */
export function rolloutEvidence(draft: DeploymentDraft): Evidence[] {
  const { state, traffic, runs } = draft;
  if (state !== 'failed' && state !== 'aborted') {
    return [];
  }
  const ended = runs.filter(run => run.state === state);
  const at = Math.min(...ended.map(run => run.finishedAt ?? liveFrom(draft)));
  return [
    evidenceOf(state === 'failed' ? 'failed-rollout' : 'canary-stopped', {
      at,
      confidence:
        state === 'aborted' && traffic === undefined
          ? UNKNOWN_EXTENT
          : undefined,
      observationIds: ended.flatMap(({ endId }) => endId ?? []).sort(),
      reason: ended.find(({ reason }) => reason)?.reason,
      url: ended.find(({ url }) => url)?.url,
    }),
  ];
}
