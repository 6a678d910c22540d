import { z } from 'zod';
import type { WorkloadKind } from '../observe/ClusterState';
import type { ClusterChange } from '../observe/observe';
import { readDeployment } from '../workload/readDeployment';
import { readRollout } from '../workload/readRollout';
import { SERVICE_LABEL } from '../workload/readWorkload';
import { workloadKey } from '../workload/Workload';
import { workloadObject } from '../workload/workloadObject';

const PATHS: Record<WorkloadKind, string> = {
  deployment: '/apis/apps/v1/deployments',
  rollout: '/apis/argoproj.io/v1alpha1/rollouts',
};

const READERS = { deployment: readDeployment, rollout: readRollout };

/**
 * Path of the workloads of a cluster that belong to services.
 *
 * @param query - beyond the label selector
 */
export function workloadsPath(
  kind: WorkloadKind,
  query: Record<string, string>,
): string {
  const search = new URLSearchParams({
    labelSelector: SERVICE_LABEL,
    ...query,
  });
  return `${PATHS[kind]}?${search}`;
}

const named = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
});

/**
 * One object of an answer.
 *
 * @returns undefined when it has not even a name
 */
export function changeOf(
  kind: WorkloadKind,
  object: unknown,
): ClusterChange | undefined {
  const name = named.safeParse(object);
  if (!name.success) {
    return undefined;
  }
  const key = workloadKey({ kind, ...name.data.metadata });
  const read = workloadObject.safeParse(object);
  return { key, workload: read.success ? READERS[kind](read.data) : undefined };
}
