import { z } from 'zod';
import type { WorkloadState } from './WorkloadState';

/** The kinds of workloads that are looked at. */
export const WORKLOAD_KINDS = ['deployment', 'rollout'] as const;

/** @see WORKLOAD_KINDS */
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** How far one kind of workloads was read. */
export interface KindState {
  /** When it was first listed, ISO instant. */
  since: string;
  /** Resource version from which changes are asked for. */
  resourceVersion?: string;
}

/** What is kept of a cluster between two polls. */
export interface ClusterState {
  kinds: Partial<Record<WorkloadKind, KindState>>;
  /** When it was last seen that there are no Rollouts, ISO instant. */
  noRolloutsAt?: string;
  /** By `workloadKey`. */
  workloads: Record<string, WorkloadState>;
}

const stored = z.object({
  clusters: z.record(
    z.string(),
    z.custom<ClusterState>(
      value => z.object({ workloads: z.object({}) }).safeParse(value).success,
    ),
  ),
});

/** A cluster that nobody has looked at. */
export function emptyCluster(): ClusterState {
  return { kinds: {}, workloads: {} };
}

/** Reads what {@link writeClusters} wrote; what cannot be read is begun anew. */
export function readClusters(
  state: string | undefined,
): Record<string, ClusterState> {
  try {
    return stored.parse(JSON.parse(state ?? '{"clusters":{}}')).clusters;
  } catch {
    return {};
  }
}

/** The state of all clusters as text. */
export function writeClusters(clusters: Record<string, ClusterState>): string {
  return JSON.stringify({ clusters });
}
