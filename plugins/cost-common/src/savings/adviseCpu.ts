import type { ContainerUse } from '../use/ContainerUse';
import { roundUpCpu } from './resourceQuantity';

/** Least that is advised, in cores. */
const FEWEST_CORES = 0.01;

/** Share of throttled periods above which a container gets no less CPU. */
const THROTTLED = 0.05;

/** Highest utilisation at which an autoscaler still has time to act. */
const HIGHEST_TARGET = 0.95;

/** What a container should ask for. */
export interface CpuAdvice {
  cores: number;
  /** The autoscaler's target that keeps adding replicas at the same load. */
  cpuTarget?: number;
}

/**
 * CPU that a container should ask for: the 95th percentile of its busiest
 * replica. Nothing where it is throttled or where nobody knows what an
 * autoscaler does. Where one looks at CPU, `request * target` stays as it is:
 * a lower request alone would start replicas sooner and sooner.
 */
export function adviseCpu(container: ContainerUse): CpuAdvice | undefined {
  const { request, cpuP95Cores, throttledRatio = 0, autoscaler } = container;
  const asked = request.cpuCores;
  if (
    asked === undefined ||
    cpuP95Cores === undefined ||
    throttledRatio > THROTTLED
  ) {
    return undefined;
  }
  const needed = Math.max(FEWEST_CORES, cpuP95Cores);
  if (!autoscaler) {
    return { cores: roundUpCpu(needed) };
  }
  const { cpuTarget, memoryTarget } = autoscaler;
  if (cpuTarget === undefined) {
    return memoryTarget === undefined
      ? undefined
      : { cores: roundUpCpu(needed) };
  }
  const trigger = asked * cpuTarget;
  const cores = roundUpCpu(Math.max(needed, trigger / HIGHEST_TARGET));
  return { cores, cpuTarget: trigger / cores };
}
