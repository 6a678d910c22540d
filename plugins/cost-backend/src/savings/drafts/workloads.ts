import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import { nanosOf, type NanoUnits, unitsOf } from '@plimsoll/plugin-cost-common';
import { monthlyOf, type DraftContext } from './DraftContext';

/** A container and what all its replicas cost a month. */
export interface PricedContainer {
  container: ContainerUse;
  monthly: NanoUnits;
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
  return containers.map(container => {
    const { entityRef } = container;
    const all = containers
      .filter(other => other.entityRef === entityRef)
      .reduce((sum, other) => sum + weightOf(other), 0);
    const compute = unitsOf(monthlyOf(context, entityRef, 'compute'));
    return {
      container,
      monthly: nanosOf(all > 0 ? (compute * weightOf(container)) / all : 0),
    };
  });
}

/** Names a container within its portal, and stays. */
export function containerId(container: ContainerUse): string {
  const { entityRef, cluster = '', namespace, workload } = container;
  return [entityRef, cluster, namespace, workload, container.container].join(
    '/',
  );
}
