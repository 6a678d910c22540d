import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import {
  NODE_BYTES,
  NODE_CORES,
  nodePrice,
  SHOP_CLUSTER,
  SHOP_NODES,
} from '../figures/nodes';
import { SERVICE_COSTS, type ServiceCosts } from '../figures/serviceCosts';
import { USAGE_FIGURES, type UsageFigures } from './usageFigures';

const DAYS = 30;
/** A point each five minutes. */
const POINTS = DAYS * 24 * 12;
const DOLLARS_A_DAY =
  SHOP_NODES.reduce((sum, node) => sum + nodePrice(node), 0) / 1_000_000;
const CORES_PER_DOLLAR = (SHOP_NODES.length * NODE_CORES) / DOLLARS_A_DAY;
/** Half of what the nodes have: CPU is what runs out. */
const BYTES_PER_CORE = NODE_BYTES / NODE_CORES / 2;
const SIZED_WELL = { cpu: 0.97, memory: 0.85 };
/** Cores of a pod, of a service of which nothing else is known. */
const CORES_OF_A_POD = 1.2;

const { max, round } = Math;

/** What the pods of the shop ask for and use; all run in one cluster. */
export function shopContainers(): ContainerUse[] {
  return SERVICE_COSTS.flatMap(costs => {
    const { service, compute } = costs;
    const figures = USAGE_FIGURES.find(known => known.service === service);
    const worker = figures?.worker ?? 0;
    const main = containerOf(
      { ...costs, compute: compute * (1 - worker) },
      figures ?? { ...SIZED_WELL, service },
    );
    return worker > 0
      ? [main, workerOf({ ...costs, compute: compute * worker })]
      : [main];
  });
}

/** Takes from a queue what may be done again: it may be stopped at any time. */
function workerOf(costs: ServiceCosts): ContainerUse {
  return {
    ...containerOf(costs, { ...SIZED_WELL, service: costs.service }),
    workload: `${costs.service}-worker`,
    interruptible: true,
  };
}

function containerOf(
  { service, compute }: ServiceCosts,
  figures: UsageFigures,
): ContainerUse {
  const { cpu, memory, scalesAt } = figures;
  const cores = compute * CORES_PER_DOLLAR;
  const replicas = figures.replicas ?? max(2, round(cores / CORES_OF_A_POD));
  const cpuCores = millis(cores / replicas);
  const memoryBytes = round(cpuCores * BYTES_PER_CORE);
  return {
    entityRef: `component:default/${service}`,
    cluster: SHOP_CLUSTER,
    namespace: 'shop',
    workload: service,
    workloadKind: 'Deployment',
    container: 'app',
    days: DAYS,
    points: POINTS,
    replicas,
    request: { cpuCores, memoryBytes },
    limit: { cpuCores: 2 * cpuCores, memoryBytes },
    cpuP95Cores: millis(cpuCores * cpu),
    memoryPeakBytes: round(memoryBytes * memory),
    throttledRatio: figures.throttled ?? 0,
    outOfMemoryKills: figures.outOfMemoryKills ?? 0,
    ...(scalesAt !== undefined && {
      autoscaler: {
        minReplicas: 3,
        maxReplicas: 2 * replicas,
        cpuTarget: scalesAt,
      },
    }),
    ...(figures.managedHeap && { managedHeap: true }),
    hasVolume: false,
  };
}

/** Kubernetes counts CPU in thousandths. */
function millis(cores: number): number {
  return round(cores * 1_000) / 1_000;
}
