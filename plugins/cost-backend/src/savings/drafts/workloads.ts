import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import {
  type AccountCost,
  nanosOf,
  type NanoUnits,
  unitsOf,
} from '@plimsoll/plugin-cost-common';
import type { DraftContext } from './DraftContext';

/** A container and what all its replicas cost a month. */
export interface PricedContainer {
  container: ContainerUse;
  monthly: NanoUnits;
  /** All containers of its service, itself included. */
  siblings: readonly ContainerUse[];
  /** Of the machines that it runs on, as far as the bill knows them. */
  accounts: readonly AccountCost[];
}

const GIBIBYTE = 2 ** 30;

/** Parts a service's compute cost by what its containers ask for or use. */
export function pricedContainers(options: {
  containers: readonly ContainerUse[];
  context: DraftContext;
}): PricedContainer[] {
  const { containers, context } = options;
  const { prices } = context.settings;
  const weightOf = ({
    replicas,
    request,
    cpuP95Cores = 0,
    memoryPeakBytes = 0,
  }: ContainerUse) =>
    replicas *
    (Math.max(request.cpuCores ?? 0, cpuP95Cores) * prices.cpuCoreHour +
      (Math.max(request.memoryBytes ?? 0, memoryPeakBytes) / GIBIBYTE) *
        prices.memoryGibHour);
  const services = new Map<string, Service>();
  for (const container of containers) {
    const service = services.get(container.entityRef) ?? {
      siblings: [],
      weight: 0,
    };
    services.set(container.entityRef, service);
    service.siblings.push(container);
    service.weight += weightOf(container);
  }
  const compute = new Map(
    context.facts.costs
      .filter(({ category }) => category === 'compute')
      .map(({ entityRef, monthly }) => [entityRef, unitsOf(monthly)]),
  );
  return containers.map(container => {
    const { entityRef, cluster = '' } = container;
    const { clusters, services: owned } = context.accounts;
    const { siblings, weight } = services.get(entityRef)!;
    const whole = compute.get(entityRef) ?? 0;
    return {
      container,
      siblings,
      accounts: clusters.get(cluster) ?? owned.get(entityRef) ?? [],
      monthly: nanosOf(weight > 0 ? (whole * weightOf(container)) / weight : 0),
    };
  });
}

interface Service {
  siblings: ContainerUse[];
  weight: number;
}

/** Names a container within its portal, and stays. */
export function containerId(container: ContainerUse): string {
  const { entityRef, cluster = '', namespace, workload } = container;
  return [entityRef, cluster, namespace, workload, container.container].join(
    '/',
  );
}
