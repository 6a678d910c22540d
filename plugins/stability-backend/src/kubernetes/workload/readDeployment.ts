import { conditionOf, conditionTime, conditionWords } from './conditions';
import { readWorkload } from './readWorkload';
import type { Workload, WorkloadProgress } from './Workload';
import type { WorkloadObject } from './workloadObject';

/** Where Deployments and their ReplicaSets count revisions. */
export const DEPLOYMENT_REVISION = 'deployment.kubernetes.io/revision';

/**
 * Reads a Deployment of `apps/v1`.
 *
 * @see {@link readWorkload} for when there is nothing to read yet
 */
export function readDeployment(object: WorkloadObject): Workload | undefined {
  return readWorkload({
    kind: 'deployment',
    object,
    revisionKey: DEPLOYMENT_REVISION,
    progress: progressOf(object),
  });
}

/**
 * Complete is what `kubectl rollout status` calls so. The condition alone does
 * not say it: it keeps the word about the revision before for a moment.
 */
function progressOf(object: WorkloadObject): WorkloadProgress {
  const progressing = conditionOf(object, 'Progressing');
  const at = conditionTime(progressing);
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    const failure = conditionOf(object, 'ReplicaFailure');
    const reason = [progressing, failure]
      .flatMap(condition => conditionWords(condition) ?? [])
      .join('; ');
    return { phase: 'failed', at, reason };
  }
  const isComplete =
    progressing?.reason === 'NewReplicaSetAvailable' && hasAllReplicas(object);
  return { phase: isComplete ? 'succeeded' : 'started', at };
}

function hasAllReplicas({ spec, status }: WorkloadObject): boolean {
  const wanted = spec.replicas ?? 1;
  const counts = [
    status?.updatedReplicas,
    status?.replicas,
    status?.availableReplicas,
  ];
  return counts.every(count => (count ?? 0) === wanted);
}
