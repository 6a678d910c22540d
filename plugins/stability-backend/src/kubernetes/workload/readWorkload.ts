import type { Workload, WorkloadProgress } from './Workload';
import type { WorkloadObject } from './workloadObject';
import { workloadVersion } from './workloadVersion';

/** The label by which the Kubernetes plugin finds what belongs to a service. */
export const SERVICE_LABEL = 'backstage.io/kubernetes-id';

/** Labels that name the environment, the first that is there decides. */
const ENVIRONMENT_LABELS = ['plimsoll.dev/environment', 'environment'];

/**
 * What is common to both kinds of workloads.
 *
 * @param options.revisionKey - annotation that counts the revisions
 * @returns undefined for one whose controller has not looked at it yet, that is
 * paused, or that names no image: the next look tells more
 */
export function readWorkload(options: {
  kind: Workload['kind'];
  object: WorkloadObject;
  revisionKey: string;
  progress: WorkloadProgress;
}): Workload | undefined {
  const { kind, object, revisionKey, progress } = options;
  const { metadata, spec, status } = object;
  const serviceId = metadata.labels?.[SERVICE_LABEL];
  const revision = Number(metadata.annotations?.[revisionKey]);
  const version = workloadVersion(object);
  const isSeen = Number(status?.observedGeneration ?? 0) >= metadata.generation;
  if (!serviceId || !(revision >= 1) || !version || !isSeen) {
    return undefined;
  }
  if (kind === 'deployment' && spec.paused) {
    return undefined;
  }
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    serviceId,
    environment: ENVIRONMENT_LABELS.map(label => metadata.labels?.[label]).find(
      Boolean,
    ),
    createdAt: metadata.creationTimestamp,
    revision,
    version,
    progress,
    cause: metadata.annotations?.['kubernetes.io/change-cause'],
  };
}
