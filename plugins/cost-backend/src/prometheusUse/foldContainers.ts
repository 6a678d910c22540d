import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import type { Series } from '@plimsoll/prometheus-client';
import { SPOT_LABEL, type UseQuery } from './UseQueries';

/** Answers by question; what was not answered is an empty list. */
export type UseAnswers = Record<UseQuery, readonly Series[]>;

const POINTS_A_DAY = 24 * 12;

/**
 * Makes one row a workload and container of the series of its pods: the
 * busiest pod decides what is needed, and the pods that there are now count.
 */
export function foldContainers(options: {
  answers: UseAnswers;
  /** Label that names services, as in the answers. */
  label: string;
  /** Ref by value of that label. */
  refs: ReadonlyMap<string, string>;
  cluster?: string;
}): ContainerUse[] {
  const { answers, label, refs, cluster } = options;
  const look = lookUps(answers);
  const containers = new Map<string, ContainerUse>();
  for (const pod of answers.pods) {
    const entityRef = refs.get(pod.labels[label] ?? '');
    const { namespace = '', pod: podName = '' } = pod.labels;
    if (entityRef !== undefined) {
      const { workload, workloadKind } = look.workloadOf(pod);
      for (const name of look.containersOf(namespace, podName)) {
        const key = `${namespace}/${podName}/${name}`;
        const one: ContainerUse = {
          entityRef,
          ...(cluster !== undefined && { cluster }),
          namespace,
          workload,
          workloadKind,
          container: name,
          ...look.figuresOf(key),
          ...look.autoscalerOf(namespace, workloadKind, workload),
          ...(look.has('heaps', namespace, podName) && { managedHeap: true }),
          ...(pod.labels[SPOT_LABEL] === 'allowed' && { interruptible: true }),
          hasVolume: look.has('volumes', namespace, podName),
          ...look.spotOf(namespace, podName),
          ...(look.hasBudget(namespace, workload) && {
            hasDisruptionBudget: true,
          }),
        };
        const place = [entityRef, namespace, workload, name].join('/');
        const known = containers.get(place);
        containers.set(place, known ? together(known, one) : one);
      }
    }
  }
  return [...containers.values()];
}

function lookUps(answers: UseAnswers) {
  const byContainer = (of: UseQuery) =>
    new Map(
      answers[of].map(
        series => [containerKey(series), valueOf(series)] as const,
      ),
    );
  const values = {
    cpuP95: byContainer('cpuP95'),
    points: byContainer('points'),
    memoryPeak: byContainer('memoryPeak'),
    cpuRequest: byContainer('cpuRequest'),
    memoryRequest: byContainer('memoryRequest'),
    cpuLimit: byContainer('cpuLimit'),
    memoryLimit: byContainer('memoryLimit'),
    throttled: byContainer('throttled'),
    outOfMemory: byContainer('outOfMemory'),
  };
  const replicaSets = new Map(
    answers.replicaSets.map(({ labels }) => [
      `${labels.namespace}/${labels.replicaset}`,
      labels,
    ]),
  );
  const names = new Map<string, Set<string>>();
  for (const query of ['cpuRequest', 'memoryRequest', 'points'] as const) {
    for (const { labels } of answers[query]) {
      const pod = `${labels.namespace}/${labels.pod}`;
      const known = names.get(pod) ?? new Set();
      names.set(pod, known.add(labels.container ?? ''));
    }
  }
  return {
    workloadOf({ labels }: Series) {
      const { namespace, owner_kind: kind, owner_name: name = '' } = labels;
      const set =
        kind === 'ReplicaSet'
          ? replicaSets.get(`${namespace}/${name}`)
          : undefined;
      return set?.owner_name
        ? {
            workload: set.owner_name,
            workloadKind: set.owner_kind ?? 'Deployment',
          }
        : { workload: name, workloadKind: kind ?? '' };
    },
    containersOf: (namespace: string, pod: string) => [
      ...(names.get(`${namespace}/${pod}`) ?? []),
    ],
    figuresOf(key: string) {
      const points = values.points.get(key) ?? 0;
      return {
        days: Math.floor(points / POINTS_A_DAY),
        points,
        replicas: 1,
        request: resources(
          values.cpuRequest.get(key),
          values.memoryRequest.get(key),
        ),
        limit: resources(values.cpuLimit.get(key), values.memoryLimit.get(key)),
        ...defined('cpuP95Cores', values.cpuP95.get(key)),
        ...defined('memoryPeakBytes', values.memoryPeak.get(key)),
        ...defined('throttledRatio', values.throttled.get(key)),
        outOfMemoryKills: values.outOfMemory.get(key) ?? 0,
      };
    },
    autoscalerOf: autoscalers(answers),
    /** Nothing where no node says of which kind it is. */
    spotOf: (namespace: string, pod: string) =>
      answers.knownNodes.length === 0
        ? {}
        : {
            spotReplicas: answers.spotPods.some(
              ({ labels }) =>
                labels.namespace === namespace && labels.pod === pod,
            )
              ? 1
              : 0,
          },
    /** Its selector is no metric, so it is known by its name. */
    hasBudget: (namespace: string, workload: string) =>
      answers.disruptionBudgets.some(
        ({ labels }) =>
          labels.namespace === namespace &&
          [workload, `${workload}-pdb`].includes(
            labels.poddisruptionbudget ?? '',
          ),
      ),
    has: (of: UseQuery, namespace: string, pod: string) =>
      answers[of].some(
        ({ labels }) => labels.namespace === namespace && labels.pod === pod,
      ),
  };
}

function autoscalers(answers: UseAnswers) {
  const find = (of: UseQuery, namespace: string, name: string) =>
    answers[of].find(
      ({ labels }) =>
        labels.namespace === namespace &&
        labels.horizontalpodautoscaler === name,
    );
  return (
    namespace: string,
    kind: string,
    workload: string,
  ): Pick<ContainerUse, 'autoscaler'> => {
    const name = answers.autoscalers.find(
      ({ labels }) =>
        labels.namespace === namespace &&
        labels.scaletargetref_kind === kind &&
        labels.scaletargetref_name === workload,
    )?.labels.horizontalpodautoscaler;
    if (name === undefined) {
      return {};
    }
    const target = (metric: string) =>
      answers.targets.find(
        ({ labels }) =>
          labels.namespace === namespace &&
          labels.horizontalpodautoscaler === name &&
          labels.metric_name === metric,
      );
    const percent = (series: Series | undefined) =>
      series && (valueOf(series) ?? 0) / 100;
    return {
      autoscaler: {
        minReplicas: valueOf(find('minReplicas', namespace, name)) ?? 1,
        maxReplicas: valueOf(find('maxReplicas', namespace, name)) ?? 1,
        ...defined('cpuTarget', percent(target('cpu'))),
        ...defined('memoryTarget', percent(target('memory'))),
      },
    };
  };
}

/** Several pods of one workload: the neediest decides, all of them count. */
function together(one: ContainerUse, other: ContainerUse): ContainerUse {
  const most = (a?: number, b?: number) =>
    a === undefined || b === undefined ? a ?? b : Math.max(a, b);
  return {
    ...one,
    days: Math.max(one.days, other.days),
    points: Math.max(one.points, other.points),
    replicas: one.replicas + other.replicas,
    ...(one.spotReplicas !== undefined && {
      spotReplicas: one.spotReplicas + (other.spotReplicas ?? 0),
    }),
    request: resources(
      most(one.request.cpuCores, other.request.cpuCores),
      most(one.request.memoryBytes, other.request.memoryBytes),
    ),
    limit: resources(
      most(one.limit?.cpuCores, other.limit?.cpuCores),
      most(one.limit?.memoryBytes, other.limit?.memoryBytes),
    ),
    ...defined('cpuP95Cores', most(one.cpuP95Cores, other.cpuP95Cores)),
    ...defined(
      'memoryPeakBytes',
      most(one.memoryPeakBytes, other.memoryPeakBytes),
    ),
    ...defined(
      'throttledRatio',
      most(one.throttledRatio, other.throttledRatio),
    ),
    outOfMemoryKills:
      (one.outOfMemoryKills ?? 0) + (other.outOfMemoryKills ?? 0),
    ...((one.managedHeap || other.managedHeap) && { managedHeap: true }),
    hasVolume: Boolean(one.hasVolume || other.hasVolume),
  };
}

function resources(cpuCores?: number, memoryBytes?: number) {
  return {
    ...defined('cpuCores', cpuCores),
    ...defined('memoryBytes', memoryBytes),
  };
}

function defined<K extends string>(
  name: K,
  value: number | undefined,
): { [key in K]?: number } {
  return (value === undefined ? {} : { [name]: value }) as {
    [key in K]?: number;
  };
}

function containerKey({ labels }: Series): string {
  return `${labels.namespace}/${labels.pod}/${labels.container}`;
}

/** The newest value that is a number. */
function valueOf(series: Series | undefined): number | undefined {
  const value = series?.points.at(-1)?.[1];
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
