import { ResponseError } from '@backstage/errors';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import {
  changedWorkloads,
  ForgottenVersionError,
} from './api/changedWorkloads';
import type { KubernetesProxy } from './api/KubernetesProxy';
import { listWorkloads } from './api/listWorkloads';
import { servedRevisions } from './api/servedRevisions';
import type { ClusterState, WorkloadKind } from './observe/ClusterState';
import { type ClusterLook, observe } from './observe/observe';

/** How long nobody asks for Rollouts where there are none, milliseconds. */
const ROLLOUTS_AGAIN_MS = 10 * 60_000;

/** @see lookAtCluster */
export interface ClusterVisit {
  proxy: KubernetesProxy;
  /** As the Kubernetes plugin calls it. */
  cluster: string;
  /** Environment of workloads that name none. */
  environment?: string;
  before: ClusterState;
  /** ISO instant. */
  at: string;
  signal: AbortSignal;
}

/**
 * One poll of one cluster: what changed since the last one, or everything, the
 * first time and when the API server does not remember that far back.
 *
 * @throws ResponseError when the cluster does not answer or does not allow it
 */
export async function lookAtCluster(visit: ClusterVisit): Promise<{
  drafts: ObservationDraft[];
  after: ClusterState;
}> {
  const { cluster, environment, before, at } = visit;
  const isWithoutRollouts = hasNoRollouts(before, at);
  const [deployments, rollouts] = await Promise.all([
    lookAtKind(visit, 'deployment'),
    isWithoutRollouts ? undefined : lookAtRollouts(visit),
  ]);
  const looks = [await withServed(visit, deployments), rollouts];
  const { noRolloutsAt, ...known } = before;
  const drafts: ObservationDraft[] = [];
  let after: ClusterState = known;
  for (const now of looks) {
    if (now) {
      const seen = observe({ cluster, environment, before: after, now, at });
      drafts.push(...seen.drafts);
      after = seen.after;
    }
  }
  return {
    drafts,
    after: rollouts
      ? after
      : { ...after, noRolloutsAt: isWithoutRollouts ? noRolloutsAt : at },
  };
}

async function lookAtKind(
  visit: ClusterVisit,
  kind: WorkloadKind,
): Promise<ClusterLook> {
  const resourceVersion = visit.before.kinds[kind]?.resourceVersion;
  if (resourceVersion === undefined) {
    return listWorkloads({ ...visit, kind });
  }
  try {
    return await changedWorkloads({ ...visit, kind, resourceVersion });
  } catch (error) {
    if (error instanceof ForgottenVersionError || statusOf(error) === 410) {
      return listWorkloads({ ...visit, kind });
    }
    throw error;
  }
}

/** Not every cluster has Argo Rollouts, or lets them be read. */
async function lookAtRollouts(
  visit: ClusterVisit,
): Promise<ClusterLook | undefined> {
  try {
    return await lookAtKind(visit, 'rollout');
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || status === 403) {
      return undefined;
    }
    throw error;
  }
}

function hasNoRollouts({ noRolloutsAt }: ClusterState, at: string): boolean {
  return (
    noRolloutsAt !== undefined &&
    Date.parse(at) - Date.parse(noRolloutsAt) < ROLLOUTS_AGAIN_MS
  );
}

/** Asks for ReplicaSets only when a version appeared that was not seen before. */
async function withServed(
  visit: ClusterVisit,
  look: ClusterLook,
): Promise<ClusterLook> {
  const deployments = look.changes.flatMap(({ key, workload }) => {
    const state = visit.before.workloads[key];
    return workload &&
      state?.uid === workload.uid &&
      workload.revision > state.revision &&
      !state.seen.includes(workload.version.key)
      ? workload
      : [];
  });
  if (deployments.length === 0) {
    return look;
  }
  const served = await servedRevisions({ ...visit, deployments });
  return {
    ...look,
    changes: look.changes.map(change => {
      const { workload } = change;
      const earlier = workload && served.get(workload.uid);
      return earlier && deployments.includes(workload)
        ? { ...change, workload: { ...workload, served: earlier } }
        : change;
    }),
  };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ResponseError ? error.statusCode : undefined;
}
