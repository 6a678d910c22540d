import type { ContainerUse } from '@plimsoll/plugin-cost-node';

const MEBIBYTE = 2 ** 20;

/** What is to be changed in the values of a Helm chart. */
export interface ValuesPatch {
  workload: string;
  container: string;
  resources: { requests: { cpu?: string; memory?: string } };
  autoscaling?: { targetCPUUtilizationPercentage: number };
}

/** Smaller requests as values of a Helm chart, in Kubernetes' own units. */
export function valuesPatch(options: {
  container: ContainerUse;
  request: ContainerUse['request'];
  /** CPU target that goes with the request, ratio. */
  cpuTarget?: number;
}): ValuesPatch {
  const { container, request, cpuTarget } = options;
  const { cpuCores, memoryBytes } = request;
  return {
    workload: container.workload,
    container: container.container,
    resources: {
      requests: {
        ...(cpuCores !== undefined && {
          cpu: `${Math.ceil(cpuCores * 1_000)}m`,
        }),
        ...(memoryBytes !== undefined && {
          memory: `${Math.ceil(memoryBytes / MEBIBYTE)}Mi`,
        }),
      },
    },
    ...(cpuTarget !== undefined && {
      autoscaling: {
        targetCPUUtilizationPercentage: Math.round(100 * cpuTarget),
      },
    }),
  };
}
