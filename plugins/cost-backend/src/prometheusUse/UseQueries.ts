import {
  type LabelMatcher,
  renderLabel,
  renderMatcher,
} from '@plimsoll/prometheus-client';

/** What decides which series are asked for. */
export interface UseQueryOptions {
  /** Label of pods that names services, as kube-state-metrics has it. */
  label: string;
  /** Days that are looked at. */
  days: number;
  /** Conditions that every selector carries: a tenant, for instance. */
  enforced: readonly LabelMatcher[];
  /** Whose pods are asked for; nodes and volumes are in none. */
  namespace?: string;
}

/** Seconds between two points of a subquery. */
const STEP = '5m';
/** What makes one pod's container one series, whoever exports it. */
const CONTAINER = 'namespace, pod, container';

/** Label of pods that may be stopped at any time: `plimsoll.dev/spot`. */
export const SPOT_LABEL = 'label_plimsoll_dev_spot';

/** How Karpenter, EKS, GKE and AKS tell spot nodes from others. */
const SPOT_NODES = [
  { label: 'label_karpenter_sh_capacity_type', value: 'spot' },
  { label: 'label_eks_amazonaws_com_capacityType', value: 'SPOT' },
  { label: 'label_cloud_google_com_gke_spot', value: 'true' },
  { label: 'label_kubernetes_azure_com_scalesetpriority', value: 'spot' },
] as const;

/** Containers of pods, not pods as a whole and not what keeps them. */
const CPU: readonly LabelMatcher[] = [
  { label: 'container', operator: '!=', value: '' },
  { label: 'container', operator: '!=', value: 'POD' },
];

/**
 * The questions whose answers are the evidence of right-sizing. Every value in
 * them is quoted or a number of ours; nothing of a user is query text. Each
 * answer has one series for a container of a pod, named by its owner's labels.
 */
export function useQueries(options: UseQueryOptions) {
  const { days } = options;
  const range = `${Math.round(days)}d`;
  const used = selector(options, 'container_cpu_usage_seconds_total', CPU);
  const memory = selector(options, 'container_memory_working_set_bytes', CPU);
  const rate = `sum by (${CONTAINER}) (rate(${used}[5m]))`;
  return {
    cpuP95: `quantile_over_time(0.95, (${rate})[${range}:${STEP}])`,
    points: `count_over_time((${rate})[${range}:${STEP}])`,
    memoryPeak: `max_over_time((max by (${CONTAINER}) (${memory}))[${range}:${STEP}])`,
    cpuRequest: resource(options, 'requests', 'cpu'),
    memoryRequest: resource(options, 'requests', 'memory'),
    cpuLimit: resource(options, 'limits', 'cpu'),
    memoryLimit: resource(options, 'limits', 'memory'),
    throttled: ratio(
      increase(options, 'container_cpu_cfs_throttled_periods_total', range),
      increase(options, 'container_cpu_cfs_periods_total', range),
    ),
    outOfMemory: `sum by (${CONTAINER}) (max_over_time(${selector(
      options,
      'kube_pod_container_status_last_terminated_reason',
      [{ label: 'reason', operator: '=', value: 'OOMKilled' }],
    )}[${range}]))`,
    replicaSets: `max by (namespace, replicaset, owner_kind, owner_name) (${selector(
      options,
      'kube_replicaset_owner',
    )})`,
    autoscalers: `max by (namespace, scaletargetref_kind, scaletargetref_name, horizontalpodautoscaler) (${selector(
      options,
      'kube_horizontalpodautoscaler_info',
    )})`,
    minReplicas: autoscaler(options, 'min_replicas'),
    maxReplicas: autoscaler(options, 'max_replicas'),
    targets: `max by (namespace, horizontalpodautoscaler, metric_name) (${selector(
      options,
      'kube_horizontalpodautoscaler_spec_target_metric',
      [{ label: 'metric_target_type', operator: '=', value: 'utilization' }],
    )})`,
    volumes: `max by (namespace, pod) (${selector(
      options,
      'kube_pod_spec_volumes_persistentvolumeclaims_info',
    )})`,
    heaps: `max by (namespace, pod) (${selector(
      options,
      'jvm_memory_used_bytes',
    )})`,
    spotPods: `max by (namespace, pod, node) (${selector(
      options,
      'kube_pod_info',
    )}) * on (node) group_left () max by (node) (${nodesWith(
      options,
      ({ label, value }) => ({ label, operator: '=', value }),
    )})`,
    knownNodes: `count(${nodesWith(options, ({ label }) => ({
      label,
      operator: '!=',
      value: '',
    }))})`,
    disruptionBudgets: `max by (namespace, poddisruptionbudget) (${selector(
      options,
      'kube_poddisruptionbudget_status_expected_pods',
    )} > 0)`,
  } as const;
}

/** Names of the questions. */
export type UseQuery = 'pods' | keyof ReturnType<typeof useQueries>;

function selector(
  options: UseQueryOptions,
  metric: string,
  matchers: readonly LabelMatcher[] = [],
): string {
  const { namespace } = options;
  return clusterSelector(options, metric, [
    ...matchers,
    ...(namespace === undefined
      ? []
      : [{ label: 'namespace', operator: '=' as const, value: namespace }]),
  ]);
}

/** Of what is in no namespace. */
export function clusterSelector(
  { enforced }: Pick<UseQueryOptions, 'enforced'>,
  metric: string,
  matchers: readonly LabelMatcher[],
): string {
  return `${metric}{${[...matchers, ...enforced]
    .map(renderMatcher)
    .join(',')}}`;
}

function nodesWith(
  options: UseQueryOptions,
  matcherOf: (kind: (typeof SPOT_NODES)[number]) => LabelMatcher,
): string {
  return SPOT_NODES.map(kind =>
    clusterSelector(options, 'kube_node_labels', [matcherOf(kind)]),
  ).join(' or ');
}

/** Pods that carry the label that names services, with who made them. */
export function podQuery(options: UseQueryOptions): string {
  const { label } = options;
  const labelled = selector(options, 'kube_pod_labels', [
    { label, operator: '!=', value: '' },
  ]);
  const made = selector(options, 'kube_pod_owner');
  return `max by (namespace, pod, owner_kind, owner_name) (${made}) * on (namespace, pod) group_left (${renderLabel(
    label,
  )}, ${SPOT_LABEL}) max by (namespace, pod, ${renderLabel(
    label,
  )}, ${SPOT_LABEL}) (${labelled})`;
}

function resource(
  options: UseQueryOptions,
  of: 'requests' | 'limits',
  name: 'cpu' | 'memory',
): string {
  return `max by (${CONTAINER}) (${selector(
    options,
    `kube_pod_container_resource_${of}`,
    [{ label: 'resource', operator: '=', value: name }],
  )})`;
}

function increase(
  options: UseQueryOptions,
  metric: string,
  range: string,
): string {
  return `sum by (${CONTAINER}) (increase(${selector(
    options,
    metric,
    CPU,
  )}[${range}]))`;
}

function ratio(one: string, other: string): string {
  return `${one} / (${other} > 0)`;
}

function autoscaler(options: UseQueryOptions, of: string): string {
  return `max by (namespace, horizontalpodautoscaler) (${selector(
    options,
    `kube_horizontalpodautoscaler_spec_${of}`,
  )})`;
}
