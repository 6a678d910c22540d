import { readInstant } from '../../senders/payload/readInstant';
import { conditionOf, conditionTime, conditionWords } from './conditions';
import { readWorkload } from './readWorkload';
import type { Workload, WorkloadProgress } from './Workload';
import type { WorkloadObject } from './workloadObject';

/** Where Rollouts count revisions. */
const ROLLOUT_REVISION = 'rollout.argoproj.io/revision';

/**
 * Reads a Rollout of `argoproj.io/v1alpha1`.
 *
 * @see {@link readWorkload} for when there is nothing to read yet
 */
export function readRollout(object: WorkloadObject): Workload | undefined {
  const workload = readWorkload({
    kind: 'rollout',
    object,
    revisionKey: ROLLOUT_REVISION,
    progress: progressOf(object),
  });
  const ended = object.status?.duration?.completionStatus ?? '';
  return (
    workload && {
      ...workload,
      traffic: trafficOf(object),
      ...(ended.endsWith('RolledBack') && { rollback: true }),
    }
  );
}

function progressOf(object: WorkloadObject): WorkloadProgress {
  const { status } = object;
  const progressing = conditionOf(object, 'Progressing');
  const at = conditionTime(progressing);
  if (status?.abort || status?.abortedAt) {
    return {
      phase: 'aborted',
      at: readInstant(status?.abortedAt ?? '') ?? at,
      reason: status?.message ?? conditionWords(progressing),
    };
  }
  if (
    status?.phase === 'Degraded' &&
    progressing?.reason === 'ProgressDeadlineExceeded'
  ) {
    return { phase: 'failed', at, reason: conditionWords(progressing) };
  }
  const isPromoted =
    status?.phase === 'Healthy' &&
    Boolean(status.currentPodHash) &&
    status.currentPodHash === status.stableRS;
  return { phase: isPromoted ? 'succeeded' : 'started', at };
}

/**
 * What the traffic router was told; without one, the weight of the last step
 * that was reached.
 */
function trafficOf({ spec, status }: WorkloadObject): number | undefined {
  const told = status?.canary?.weights?.canary?.weight;
  if (told !== undefined) {
    return told / 100;
  }
  const reached = (spec.strategy?.canary?.steps ?? [])
    .slice(0, (status?.currentStepIndex ?? -1) + 1)
    .flatMap(({ setWeight }) => setWeight ?? []);
  const weight = reached.at(-1);
  return weight === undefined ? undefined : weight / 100;
}
