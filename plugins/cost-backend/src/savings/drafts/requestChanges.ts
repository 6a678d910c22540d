import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import type { ValueChange } from './ValueChange';

const MEBIBYTE = 2 ** 20;

/**
 * Other requests as values of a Helm chart, in Kubernetes' own units. A limit
 * below the new request would be refused by the cluster, so it moves along.
 */
export function requestChanges(options: {
  container: ContainerUse;
  request: ContainerUse['request'];
  /** CPU target that goes with the request, ratio. */
  cpuTarget?: number;
  /** Where its values stand. */
  at: (...names: string[]) => string;
}): ValueChange[] {
  const { container, request, cpuTarget, at } = options;
  const { cpuCores, memoryBytes } = request;
  const { limit = {}, autoscaler } = container;
  const changes = [
    change(at('resources', 'requests', 'cpu'), {
      then: cpuCores,
      now: container.request.cpuCores,
      text: cores,
    }),
    change(at('resources', 'limits', 'cpu'), {
      then: above(cpuCores, limit.cpuCores),
      now: limit.cpuCores,
      text: cores,
    }),
    change(at('resources', 'requests', 'memory'), {
      then: memoryBytes,
      now: container.request.memoryBytes,
      text: mebibytes,
    }),
    change(at('resources', 'limits', 'memory'), {
      then: above(memoryBytes, limit.memoryBytes),
      now: limit.memoryBytes,
      text: mebibytes,
    }),
    change(at('autoscaling', 'targetCPUUtilizationPercentage'), {
      then: cpuTarget,
      now: autoscaler?.cpuTarget,
      text: percent,
    }),
  ];
  return changes.filter((one): one is ValueChange => one !== undefined);
}

function change(
  path: string,
  value: { then?: number; now?: number; text: (value: number) => string },
): ValueChange | undefined {
  const { then, now, text } = value;
  return then === undefined
    ? undefined
    : {
        path,
        yaml: text(then),
        ...(now !== undefined && { now: text(now) }),
      };
}

function above(request?: number, limit?: number): number | undefined {
  return request !== undefined && limit !== undefined && request > limit
    ? request
    : undefined;
}

function cores(value: number): string {
  return `${Math.ceil(Number((value * 1_000).toFixed(6)))}m`;
}

function mebibytes(value: number): string {
  return `${Math.ceil(value / MEBIBYTE)}Mi`;
}

function percent(value: number): string {
  return String(Math.round(100 * value));
}
