import { parser } from '@prometheus-io/lezer-promql';
import type { Series } from '@plimsoll/prometheus-client';
import { PrometheusUseSource } from './PrometheusUseSource';
import { bucketQueries } from './bucketQueries';
import { podQuery, useQueries } from './UseQueries';
import { volumeQueries } from './volumeQueries';

const LABEL = 'label_backstage_io_kubernetes_id';
const { signal } = new AbortController();
const CHECKOUT = 'component:default/checkout';

const series = (labels: Record<string, string>, value: number): Series => ({
  labels,
  points: [[0, value]],
  isHistogram: false,
});

const pod = (name: string, more: Record<string, string> = {}) =>
  series(
    {
      namespace: 'shop',
      pod: name,
      owner_kind: 'ReplicaSet',
      owner_name: 'checkout-5d9',
      [LABEL]: 'checkout',
      ...more,
    },
    1,
  );
const of = (name: string, value: number, container = 'app') =>
  series({ namespace: 'shop', pod: name, container }, value);

/** Answers by what is asked for: the first pattern that the query holds. */
function source(
  answers: Array<[RegExp, Series[] | Error]>,
  asked: string[] = [],
) {
  return PrometheusUseSource.create({
    name: 'metrics',
    label: LABEL,
    days: 14,
    cloudWatchPeriodSeconds: 300,
    enforced: [{ label: 'tenant', operator: '=', value: 'a"b' }],
    cluster: 'shop-production',
    now: () => 1_000_000,
    api: {
      query: async ({ query, time }) => {
        expect(time).toBe(1_000);
        asked.push(query);
        const answer = answers.find(([pattern]) => pattern.test(query))?.[1];
        if (answer instanceof Error) {
          throw answer;
        }
        return answer ?? [];
      },
    },
  });
}

const USUAL: Array<[RegExp, Series[] | Error]> = [
  [/kube_pod_owner/, [pod('a'), pod('b')]],
  [/quantile_over_time/, [of('a', 0.2), of('b', 0.3)]],
  [/count_over_time/, [of('a', 4_032), of('b', 2_000)]],
  [/working_set/, [of('a', 200), of('b', 100)]],
  [/requests\{resource="cpu"/, [of('a', 0.5), of('b', 0.5)]],
  [/requests\{resource="memory"/, [of('a', 512), of('b', 512)]],
  [/limits\{resource="cpu"/, [of('a', 1)]],
  [/cfs_throttled/, [of('a', 0.01), of('b', 0.08)]],
  [/OOMKilled/, [of('a', 1), of('b', 2)]],
  [
    /kube_replicaset_owner/,
    [
      series(
        {
          namespace: 'shop',
          replicaset: 'checkout-5d9',
          owner_kind: 'Deployment',
          owner_name: 'checkout',
        },
        1,
      ),
    ],
  ],
];

const read = (from: PrometheusUseSource) =>
  from.readContainers({
    entityRefs: [CHECKOUT, 'component:default/cart'],
    signal,
  });

describe('useQueries', () => {
  it('is PromQL, whatever a condition holds', () => {
    const enforced = [
      {
        label: 'tenant',
        operator: '=' as const,
        value: '"} or vector(1) #\n\\',
      },
    ];
    const options = { label: LABEL, days: 14, enforced };
    const queries = [
      podQuery(options),
      ...Object.values(useQueries(options)),
      ...Object.values(volumeQueries(options)),
      ...Object.values(bucketQueries({ enforced, periodSeconds: 300 })),
    ];
    for (const query of queries) {
      let errors = 0;
      let selectors = 0;
      parser.parse(query).iterate({
        enter: node => {
          errors += node.type.isError ? 1 : 0;
          selectors += node.name === 'VectorSelector' ? 1 : 0;
        },
      });
      expect([query, errors]).toEqual([query, 0]);
      // the condition stands in every selector, and nowhere is a vector(1)
      expect(query.split('tenant=').length - 1).toBe(selectors);
    }
  });
});

describe('PrometheusUseSource', () => {
  it('makes one row of the pods of a workload: the neediest decides', async () => {
    await expect(read(source(USUAL))).resolves.toEqual([
      {
        entityRef: CHECKOUT,
        cluster: 'shop-production',
        namespace: 'shop',
        workload: 'checkout',
        workloadKind: 'Deployment',
        container: 'app',
        days: 14,
        points: 4_032,
        replicas: 2,
        request: { cpuCores: 0.5, memoryBytes: 512 },
        limit: { cpuCores: 1 },
        cpuP95Cores: 0.3,
        memoryPeakBytes: 200,
        throttledRatio: 0.08,
        outOfMemoryKills: 3,
        hasVolume: false,
      },
    ]);
  });

  it('knows autoscalers, heaps, volumes and what may be stopped', async () => {
    const hpa = { namespace: 'shop', horizontalpodautoscaler: 'h' };
    const [container] = await read(
      source([
        [/kube_pod_owner/, [pod('a', { label_plimsoll_dev_spot: 'allowed' })]],
        [
          /autoscaler_info/,
          [
            series(
              {
                ...hpa,
                scaletargetref_kind: 'Deployment',
                scaletargetref_name: 'checkout',
              },
              1,
            ),
          ],
        ],
        [/min_replicas/, [series(hpa, 3)]],
        [/max_replicas/, [series(hpa, 10)]],
        [/target_metric/, [series({ ...hpa, metric_name: 'cpu' }, 70)]],
        [
          /persistentvolumeclaims/,
          [series({ namespace: 'shop', pod: 'a' }, 1)],
        ],
        [/jvm_memory/, [series({ namespace: 'shop', pod: 'a' }, 5)]],
        ...USUAL,
      ]),
    );
    expect(container).toMatchObject({
      autoscaler: { minReplicas: 3, maxReplicas: 10, cpuTarget: 0.7 },
      managedHeap: true,
      hasVolume: true,
      interruptible: true,
    });
  });

  it('knows what is on spot nodes and what a disruption budget keeps', async () => {
    const readWith = (more: Array<[RegExp, Series[] | Error]>) =>
      read(source([...more, ...USUAL]));
    const [unknown] = await readWith([]);
    expect(unknown).not.toHaveProperty('spotReplicas');
    expect(unknown).not.toHaveProperty('hasDisruptionBudget');
    const budget = (name: string): [RegExp, Series[]] => [
      /poddisruptionbudget/,
      [series({ namespace: 'shop', poddisruptionbudget: name }, 2)],
    ];
    const nodes: [RegExp, Series[]] = [/^count/, [series({}, 3)]];
    const [none] = await readWith([nodes, budget('other')]);
    expect(none.spotReplicas).toBe(0);
    expect(none).not.toHaveProperty('hasDisruptionBudget');
    const [some] = await readWith([
      nodes,
      [/kube_pod_info/, [series({ namespace: 'shop', pod: 'b' }, 1)]],
      budget('checkout-pdb'),
    ]);
    expect(some).toMatchObject({
      replicas: 2,
      spotReplicas: 1,
      hasDisruptionBudget: true,
    });
  });

  it('finds volumes that no claim has, by the id that the bill names', async () => {
    const volume = (name: string, value: number, more = {}) =>
      series({ persistentvolume: name, ...more }, value);
    const asked: string[] = [];
    const volumes = source(
      [
        [
          /^max by \(persistentvolume, phase\)/,
          [
            volume('old', 1, { phase: 'Released' }),
            volume('new', 1, { phase: 'Available' }),
            volume('local', 1, { phase: 'Available' }),
          ],
        ],
        [
          /kube_persistentvolume_info/,
          [
            volume('old', 1, { csi_volume_handle: 'vol-1' }),
            volume('new', 1, {
              ebs_volume_id: 'aws://eu-central-1a/vol-2',
              csi_volume_handle: '',
            }),
            volume('local', 1),
          ],
        ],
        [
          /^count_over_time/,
          [volume('old', 480), volume('new', 840), volume('local', 840)],
        ],
        [/^time\(\)/, [volume('old', 480 * 3_600)]],
      ],
      asked,
    );
    await expect(volumes.readIdleResources({ signal })).resolves.toEqual([
      {
        resourceId: 'vol-1',
        kind: 'volume',
        idleDays: 20,
        evidence: 'released',
      },
      {
        resourceId: 'aws://eu-central-1a/vol-2',
        kind: 'volume',
        idleDays: 35,
        evidence: 'no-claim',
      },
    ]);
    for (const query of asked) {
      // the tenant's own, and not one namespace's
      expect(query).toContain('tenant="a\\"b"');
      expect(query).not.toContain('namespace=');
    }
    await expect(source([]).readIdleResources({ signal })).resolves.toEqual([]);
  });

  it('finds buckets that nobody reads, whichever exporter names them', async () => {
    const yace = (name: string, value: number) =>
      series({ dimension_BucketName: name }, value);
    const exports = (value: number) =>
      series({ bucket_name: 'exports' }, value);
    const periods = 35 * 288;
    const all: Array<[RegExp, Series[] | Error]> = [
      [/size_bytes/, [exports(1_000), yace('logs', 500), yace('new', 9)]],
      [/number_of_objects/, [exports(4), yace('logs', 2), yace('new', 1)]],
      [/^sum_over_time.*downloaded/, [exports(100), yace('logs', 5_000)]],
      [/^sum_over_time.*uploaded/, [exports(0), yace('logs', 1)]],
      [/^count_over_time.*downloaded/, [exports(periods), yace('logs', 9)]],
    ];
    await expect(source(all).readIdleResources({ signal })).resolves.toEqual([
      {
        resourceId: 'exports',
        kind: 'bucket',
        idleDays: 0,
        evidence: 'unread',
        storage: {
          bytes: 1_000,
          objects: 4,
          bytesReadPerMonth: expect.closeTo((100 * 30) / 35, 9),
          unreadRatio: 0.9,
        },
      },
    ]);
    // without the bucket's request metrics nothing is claimed
    await expect(
      source(all.slice(0, 2)).readIdleResources({ signal }),
    ).resolves.toEqual([]);
  });

  it('leaves out pods of others, and asks for one namespace at a time', async () => {
    const asked: string[] = [];
    await expect(
      read(
        source(
          [[/kube_pod_owner/, [pod('x', { [LABEL]: 'unknown' })]], ...USUAL],
          asked,
        ),
      ),
    ).resolves.toEqual([]);
    expect(asked).toHaveLength(1);
    asked.length = 0;
    await read(source(USUAL, asked));
    expect(asked.length).toBeGreaterThan(10);
    for (const query of asked.slice(1)) {
      // nodes are in no namespace
      expect(query).toMatch(/namespace="shop"|^count\(kube_node_labels/);
    }
  });

  it('does without what only helps, and not without what is needed', async () => {
    const [container] = await read(
      source([[/cfs_throttled|jvm/, new Error('refused')], ...USUAL]),
    );
    expect(container.throttledRatio).toBeUndefined();
    await expect(
      read(source([[/quantile_over_time/, new Error('too large')], ...USUAL])),
    ).rejects.toThrow('too large');
  });

  it('takes what is no number for nothing', async () => {
    const [container] = await read(
      source([
        [/quantile_over_time/, [of('a', NaN)]],
        [/kube_replicaset_owner/, []],
        ...USUAL,
      ]),
    );
    expect(container).not.toHaveProperty('cpuP95Cores');
    expect(container).toMatchObject({
      workload: 'checkout-5d9',
      workloadKind: 'ReplicaSet',
    });
  });
});
