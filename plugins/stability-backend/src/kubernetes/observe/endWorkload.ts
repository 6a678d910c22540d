import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { parseWorkloadKey } from '../workload/Workload';
import { runDraft } from './runDraft';
import type { WorkloadState } from './WorkloadState';

/** How long a workload that is gone is remembered, milliseconds. */
const REMEMBERED_MS = 30 * 24 * 3600 * 1000;

/**
 * A workload was deleted, or lost the label: what it was about to bring will
 * not come. Its state stays for a while, since what comes back unchanged, or is
 * created again with the same version, is no deployment.
 */
export function endWorkload(options: {
  cluster: string;
  /** Its `workloadKey`. */
  key: string;
  state: WorkloadState;
  /** ISO instant. */
  at: string;
}): { drafts: ObservationDraft[]; after: WorkloadState } {
  const { cluster, key, state, at } = options;
  const { run, uid } = state;
  const after = { ...state, goneAt: at };
  if (!run || run.ended) {
    return { drafts: [], after };
  }
  const draft = runDraft({
    cluster,
    workload: { ...parseWorkloadKey(key), uid },
    run,
    step: {
      phase: 'canceled',
      at,
      reason: 'It was deleted, or its label removed, before it was complete',
    },
  });
  return {
    drafts: [draft],
    after: { ...after, run: { ...run, ended: 'canceled' } },
  };
}

/** Without those that are gone for a month. */
export function forgetGone(
  workloads: Record<string, WorkloadState>,
  at: string,
): Record<string, WorkloadState> {
  const limit = new Date(Date.parse(at) - REMEMBERED_MS).toISOString();
  return Object.fromEntries(
    Object.entries(workloads).filter(
      ([, { goneAt }]) => goneAt === undefined || goneAt > limit,
    ),
  );
}
