import type { ContainerUse } from '@plimsoll/plugin-cost-node';

const GIB = 2 ** 30;

const session = {
  entityRef: 'component:default/session-api',
  cluster: 'sessions',
  namespace: 'sessions',
  workloadKind: 'Deployment',
  container: 'app',
  days: 30,
  points: 8_640,
  throttledRatio: 0,
  outOfMemoryKills: 0,
  hasVolume: false,
} as const;

/**
 * What runs on session-api's own three t3.medium: the API, which is sized as
 * it should be, and a clean-up that may stop at any time.
 */
export function sessionContainers(): ContainerUse[] {
  return [
    {
      ...session,
      workload: 'session-api',
      replicas: 4,
      request: { cpuCores: 0.75, memoryBytes: 1.5 * GIB },
      cpuP95Cores: 0.66,
      memoryPeakBytes: 1.25 * GIB,
      autoscaler: { minReplicas: 3, maxReplicas: 10, cpuTarget: 0.7 },
    },
    {
      ...session,
      workload: 'session-cleanup',
      replicas: 4,
      request: { cpuCores: 0.375, memoryBytes: 0.75 * GIB },
      cpuP95Cores: 0.33,
      memoryPeakBytes: 0.62 * GIB,
      interruptible: true,
    },
  ];
}
