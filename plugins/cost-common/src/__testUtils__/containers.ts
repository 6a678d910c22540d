import type { ContainerUse } from '../use/ContainerUse';

export const MEBIBYTE = 2 ** 20;

/** A container that asks for 500m and 512 MiB and uses 212m and 200 MiB. */
export function containerOf(options: Partial<ContainerUse> = {}): ContainerUse {
  return {
    entityRef: 'component:default/checkout',
    namespace: 'shop',
    workload: 'checkout',
    workloadKind: 'Deployment',
    container: 'app',
    days: 30,
    points: 34_560,
    replicas: 5,
    request: { cpuCores: 0.5, memoryBytes: 512 * MEBIBYTE },
    limit: { cpuCores: 1, memoryBytes: 512 * MEBIBYTE },
    cpuP95Cores: 0.212,
    memoryPeakBytes: 200 * MEBIBYTE,
    throttledRatio: 0,
    outOfMemoryKills: 0,
    ...options,
  };
}
