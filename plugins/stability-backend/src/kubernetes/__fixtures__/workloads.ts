import type { Workload } from '../workload/Workload';
import type { WorkloadObject } from '../workload/workloadObject';

/** Instant of a day in November 2026. */
export const at = (time: string) => `2026-11-20T${time}.000Z`;

/** What is read of a Deployment that is complete, if nothing else is said. */
export function aWorkload(changes: Partial<Workload> = {}): Workload {
  return {
    kind: 'deployment',
    namespace: 'shop',
    name: 'checkout',
    uid: 'uid-1',
    serviceId: 'checkout',
    createdAt: at('08:00:00'),
    revision: 1,
    version: aVersion('v1'),
    progress: { phase: 'succeeded', at: at('08:00:30') },
    ...changes,
  };
}

/** A version that one image's tag names. */
export function aVersion(version: string): Workload['version'] {
  return {
    key: `key-${version}`,
    version,
    artifacts: [`registry.example.com/shop/checkout:${version}`],
  };
}

/** A Deployment as the API server gives it, complete at 08:00:30. */
export function aDeployment(options: {
  images?: string[];
  revision?: number;
  labels?: Record<string, string>;
  podLabels?: Record<string, string>;
  podAnnotations?: Record<string, string>;
  annotations?: Record<string, string>;
  status?: WorkloadObject['status'];
  spec?: Partial<WorkloadObject['spec']>;
  generation?: number;
}): WorkloadObject {
  const { images = ['registry.example.com/shop/checkout:v1.0.0'] } = options;
  return {
    metadata: {
      name: 'checkout',
      namespace: 'shop',
      uid: 'uid-1',
      creationTimestamp: '2026-11-20T08:00:00Z',
      generation: options.generation ?? 1,
      labels: { 'backstage.io/kubernetes-id': 'checkout', ...options.labels },
      annotations: {
        'deployment.kubernetes.io/revision': String(options.revision ?? 1),
        'rollout.argoproj.io/revision': String(options.revision ?? 1),
        ...options.annotations,
      },
    },
    spec: {
      replicas: 3,
      template: {
        metadata: {
          labels: options.podLabels,
          annotations: options.podAnnotations,
        },
        spec: {
          containers: images.map((image, index) => ({
            name: index === 0 ? 'main' : `side-${index}`,
            image,
          })),
        },
      },
      ...options.spec,
    },
    status: {
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      availableReplicas: 3,
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          lastUpdateTime: '2026-11-20T08:00:30Z',
        },
      ],
      ...options.status,
    },
  };
}
