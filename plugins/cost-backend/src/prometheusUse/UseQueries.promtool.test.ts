import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';
import { podQuery, type UseQuery, useQueries } from './UseQueries';

const STEPS = 2_100;
const always = (value: string) => `${value}x${STEPS}`;
const PODS = ['a', 'b'];

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

/** What the exporters of a cluster say of two pods of one deployment. */
const SERIES: Array<[series: string, values: string]> = [
  ...PODS.flatMap((pod): Array<[string, string]> => {
    const of = `namespace="shop",pod="${pod}"`;
    const container = `${of},container="app"`;
    return [
      [
        `kube_pod_owner{${of},owner_kind="ReplicaSet",owner_name="cart-1",uid="${pod}"}`,
        always('1'),
      ],
      [
        `kube_pod_labels{${of},label_app="cart",label_plimsoll_dev_spot="allowed",uid="${pod}"}`,
        always('1'),
      ],
      [
        `container_cpu_usage_seconds_total{${container},image="x"}`,
        always('0+60'),
      ],
      // the whole pod, and its pause container, are no containers of the service
      [`container_cpu_usage_seconds_total{${of}}`, always('0+600')],
      [
        `container_cpu_usage_seconds_total{${of},container="POD"}`,
        always('0+600'),
      ],
      [
        `container_memory_working_set_bytes{${container},id="i"}`,
        always('100+1'),
      ],
      [
        `kube_pod_container_resource_requests{${container},resource="cpu",unit="core"}`,
        always('0.5'),
      ],
      [
        `container_cpu_cfs_throttled_periods_total{${container}}`,
        always('0+10'),
      ],
      [`container_cpu_cfs_periods_total{${container}}`, always('0+100')],
      [
        `kube_pod_info{${of},node="${pod === 'a' ? 'n1' : 'n2'}",uid="${pod}"}`,
        always('1'),
      ],
      [
        `kube_pod_container_status_last_terminated_reason{${container},reason="OOMKilled"}`,
        always('1'),
      ],
    ];
  }),
  [
    'kube_node_labels{node="n1",label_karpenter_sh_capacity_type="spot"}',
    always('1'),
  ],
  [
    'kube_node_labels{node="n2",label_karpenter_sh_capacity_type="on-demand"}',
    always('1'),
  ],
  [
    'kube_poddisruptionbudget_status_expected_pods{namespace="shop",poddisruptionbudget="cart"}',
    always('2'),
  ],
  [
    'kube_replicaset_owner{namespace="shop",replicaset="cart-1",owner_kind="Deployment",owner_name="cart"}',
    always('1'),
  ],
  [
    'kube_horizontalpodautoscaler_spec_target_metric{namespace="shop",horizontalpodautoscaler="cart",metric_name="cpu",metric_target_type="utilization"}',
    always('70'),
  ],
];

describeOnPromtool('the questions on use, asked of Prometheus', () => {
  const container = (pod: string) =>
    `{namespace="shop", pod="${pod}", container="app"}`;
  const each = (value: number) =>
    PODS.map(pod => ({ labels: container(pod), value }));
  const expected: Partial<Record<UseQuery, object[]>> = {
    pods: PODS.map(pod => ({
      labels: `{namespace="shop", pod="${pod}", owner_kind="ReplicaSet", owner_name="cart-1", label_app="cart", label_plimsoll_dev_spot="allowed"}`,
      value: 1,
    })),
    cpuP95: each(0.2),
    memoryPeak: each(100 + 2_016),
    cpuRequest: each(0.5),
    throttled: each(0.1),
    outOfMemory: each(1),
    replicaSets: [
      {
        labels:
          '{namespace="shop", replicaset="cart-1", owner_kind="Deployment", owner_name="cart"}',
        value: 1,
      },
    ],
    targets: [
      {
        labels:
          '{namespace="shop", horizontalpodautoscaler="cart", metric_name="cpu"}',
        value: 70,
      },
    ],
    spotPods: [{ labels: '{namespace="shop", pod="a", node="n1"}', value: 1 }],
    knownNodes: [{ labels: '{}', value: 2 }],
    disruptionBudgets: [
      { labels: '{namespace="shop", poddisruptionbudget="cart"}', value: 2 },
    ],
    volumes: [],
    heaps: [],
  };

  it.each(Object.keys(expected) as UseQuery[])('%s', name => {
    const options = { label: 'label_app', days: 7, enforced: [] };
    const queries = { pods: podQuery(options), ...useQueries(options) };
    const evaluate = () =>
      evaluateRules(promtool, {
        groups: [],
        evaluationInterval: '5m',
        tests: [
          {
            interval: '5m',
            input_series: SERIES.map(([series, values]) => ({
              series,
              values,
            })),
            promql_expr_test: [
              {
                expr: queries[name],
                eval_time: '7d',
                exp_samples: expected[name],
              },
            ],
          },
        ],
      });
    expect(evaluate).not.toThrow();
  });
});
