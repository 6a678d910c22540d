import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Workload } from '../workload/Workload';
import type { ClusterState, WorkloadKind } from './ClusterState';
import { endWorkload, forgetGone } from './endWorkload';
import { observeWorkload } from './observeWorkload';

/** What a look at one kind of workloads of a cluster brought. */
export interface ClusterLook {
  kind: WorkloadKind;
  /** In the order in which they were so; one may be there several times. */
  changes: ClusterChange[];
  /** The changes are all that there is, not only what is new. */
  isComplete: boolean;
  /** Resource version that the next look begins from. */
  resourceVersion?: string;
}

/** A workload as it was at some moment. */
export interface ClusterChange {
  /** Its `workloadKey`. */
  key: string;
  /** Absent when there is nothing to read in it yet. */
  workload?: Workload;
  /** It was deleted, or lost its label. */
  isGone?: boolean;
}

/**
 * What happened in a cluster between two looks. Pure: the same looks give the
 * same drafts, and however seldom one looks, a deployment is told at most once.
 *
 * @param options.at - of the look, ISO instant
 * @param options.environment - of workloads that name none; their namespace
 * where this is absent, too
 */
export function observe(options: {
  cluster: string;
  environment?: string;
  before: ClusterState;
  now: ClusterLook;
  at: string;
}): { drafts: ObservationDraft[]; after: ClusterState } {
  const { cluster, before, now, at } = options;
  const since = before.kinds[now.kind]?.since;
  const workloads = { ...before.workloads };
  const drafts: ObservationDraft[] = [];
  const there = new Set<string>();
  const leave = (key: string) => {
    const state = workloads[key];
    if (state && !state.goneAt) {
      const gone = endWorkload({ cluster, key, state, at });
      drafts.push(...gone.drafts);
      workloads[key] = gone.after;
    }
  };
  for (const { key, workload, isGone } of now.changes) {
    if (isGone) {
      leave(key);
      continue;
    }
    there.add(key);
    if (!workload) {
      continue;
    }
    const sight = observeWorkload({
      cluster,
      workload,
      before: workloads[key],
      isNew: since !== undefined && workload.createdAt >= since,
      environment: options.environment ?? workload.namespace,
      at,
    });
    drafts.push(...sight.drafts);
    workloads[key] = sight.after;
  }
  if (now.isComplete) {
    Object.keys(workloads)
      .filter(key => key.startsWith(`${now.kind}/`) && !there.has(key))
      .forEach(leave);
  }
  const { resourceVersion } = now;
  return {
    drafts,
    after: {
      ...before,
      kinds: {
        ...before.kinds,
        [now.kind]: { since: since ?? at, resourceVersion },
      },
      workloads: forgetGone(workloads, at),
    },
  };
}
