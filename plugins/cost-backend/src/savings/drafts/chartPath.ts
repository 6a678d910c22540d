import { parseEntityRef } from '@backstage/catalog-model';
import type { ContainerUse } from '@plimsoll/plugin-cost-node';

/**
 * Where a container's values usually stand in the chart of its service: at the
 * top for the service itself, below its name for another workload or a second
 * container. A chart that has them elsewhere is told so in the form.
 *
 * @param options.containers - all that are known, to tell second ones
 */
export function chartPath(options: {
  container: ContainerUse;
  containers: readonly ContainerUse[];
}): (...names: string[]) => string {
  const { container, containers } = options;
  const { entityRef, namespace, workload } = container;
  const { name } = parseEntityRef(entityRef);
  const first = containers.find(
    other =>
      other.entityRef === entityRef &&
      other.cluster === container.cluster &&
      other.namespace === namespace &&
      other.workload === workload,
  );
  const prefix = [
    ...(workload === name
      ? []
      : [
          workload.startsWith(`${name}-`)
            ? workload.slice(name.length + 1)
            : workload,
        ]),
    ...(first && first.container !== container.container
      ? [container.container]
      : []),
  ];
  return (...names) =>
    [...prefix, ...names]
      .map(part => part.replaceAll('.', String.raw`\.`))
      .join('.');
}
