import type { WorkloadVersion } from './workloadVersion';

/** How far the newest revision of a workload has come. */
export interface WorkloadProgress {
  phase: 'started' | 'succeeded' | 'failed' | 'aborted';
  /** By the cluster's clock, ISO instant in UTC. */
  at?: string;
  /** The cluster's own words. */
  reason?: string;
}

/** What a Deployment or Rollout says about its newest revision. */
export interface Workload {
  kind: 'deployment' | 'rollout';
  namespace: string;
  name: string;
  uid: string;
  /** Value of the label `backstage.io/kubernetes-id`. */
  serviceId: string;
  /** By label; else the cluster or the namespace stands for it. */
  environment?: string;
  /** ISO instant. */
  createdAt: string;
  /** Counts the templates that it has had, from 1. */
  revision: number;
  version: WorkloadVersion;
  progress: WorkloadProgress;
  /** Share of the traffic that a canary has now, 0..1. */
  traffic?: number;
  /** It says itself that it went back. */
  rollback?: true;
  /** What people wrote as the cause of the change. */
  cause?: string;
  /** Earlier revisions that its ReplicaSet has served, where they were asked for. */
  served?: number[];
}

/** Names a workload within its cluster. */
export function workloadKey(
  workload: Pick<Workload, 'kind' | 'namespace' | 'name'>,
): string {
  return `${workload.kind}/${workload.namespace}/${workload.name}`;
}

/** What a {@link workloadKey} was made of. */
export function parseWorkloadKey(
  key: string,
): Pick<Workload, 'kind' | 'namespace' | 'name'> {
  const [kind, namespace, name] = key.split('/');
  return {
    kind: kind === 'rollout' ? 'rollout' : 'deployment',
    namespace,
    name,
  };
}
