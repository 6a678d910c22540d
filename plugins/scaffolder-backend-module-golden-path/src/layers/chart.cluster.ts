import { parse } from 'yaml';
import type { ChartValues } from '../__testUtils__/chart/renderChart';
import { renderChart } from '../__testUtils__/chart/renderChart';
import { MadeUpMetrics } from '../__testUtils__/cluster/MadeUpMetrics';
import { TestCluster } from '../__testUtils__/cluster/TestCluster';
import type { KubernetesObject } from '../__testUtils__/kubernetes/KubernetesObject';
import {
  type RenderedService,
  renderService,
} from '../__testUtils__/renderService';

const STACKS = ['fastapi', 'spring-boot', 'node'] as const;
const STRATEGIES = ['rolling', 'canary', 'blue-green'] as const;
/** Within that a bad version is to be gone, seconds. */
const ROLLED_BACK_WITHIN = 180;

const cluster = TestCluster.create();
const services = {} as Record<(typeof STACKS)[number], RenderedService>;
let metrics: MadeUpMetrics;

const image = (tag: string) =>
  `${services.fastapi.service.image.repository}:${tag}`;

/** What a release is given: quick steps, and the made-up metrics. */
const valuesOf = (type: string, tag: string): ChartValues => ({
  'strategy.type': type,
  'image.tag': tag,
  'monitoring.prometheusUrl': metrics.url,
  'strategy.canary.pauseSeconds': 12,
  'strategy.blueGreen.keepOldSeconds': 30,
  'strategy.analysis.intervalSeconds': 5,
  'strategy.analysis.windowSeconds': 10,
});

const rollout = (namespace: string) =>
  cluster.get('rollout', 'gift-cards', namespace);

/** Waits until all pods that are ready run this version, and it is the stable one. */
async function runs(namespace: string, tag: string, pods = 3) {
  await cluster.until(
    `${namespace} runs ${tag}`,
    () => cluster.readyImages(namespace),
    images => images.length === pods && images.every(one => one === image(tag)),
  );
  await cluster.until(
    `${namespace} is done with ${tag}`,
    () => rollout(namespace),
    found => !found || found.status?.phase === 'Healthy',
  );
  return true;
}

const imageOf = ({ spec }: KubernetesObject) =>
  spec.template.spec.containers[0].image;

/** The hash of the version that a Rollout goes to, once it knows it. */
async function newHash(namespace: string, tag: string): Promise<string> {
  const sets = await cluster.until(
    `${namespace} has pods of ${tag}`,
    () => cluster.list('replicasets', namespace),
    found => found.some(one => imageOf(one) === image(tag)),
  );
  return sets.find(one => imageOf(one) === image(tag))!.metadata.labels![
    'rollouts-pod-template-hash'
  ];
}
beforeAll(async () => {
  metrics = await MadeUpMetrics.start();
  for (const stack of STACKS) {
    services[stack] = await renderService({ stack, strategy: 'canary' });
  }
  await cluster.node('charts');
});
afterAll(() => metrics?.stop());

describe.each(
  STACKS.flatMap(stack =>
    STRATEGIES.map(strategy => [stack, strategy] as const),
  ),
)('the chart of %s as %s', (stack, strategy) => {
  const namespace = `${stack}-${strategy}`;
  const release = (tag: string) =>
    cluster.upgrade({
      folder: services[stack].folder,
      namespace,
      values: valuesOf(strategy, tag),
    });

  it('is accepted object by object, unknown fields included', async () => {
    await cluster.restrictedNamespace(namespace);
    const objects = await renderChart({
      folder: services[stack].folder,
      environment: 'production',
      values: valuesOf(strategy, '1.0.0'),
    });
    const answer = await cluster.kubectl(
      [
        'apply',
        '--server-side',
        '--dry-run=server',
        '--validate=strict',
        `--namespace=${namespace}`,
        '-f',
        '-',
      ],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
    expect(answer.trim().split('\n')).toHaveLength(objects.length);
  });

  it('is installed where only restricted pods may run', async () => {
    await release('1.0.0');
    await expect(runs(namespace, '1.0.0')).resolves.toBe(true);
  });

  it('brings in the next version', async () => {
    await release('1.1.0');
    if (strategy !== 'rolling') {
      const hash = await newHash(namespace, '1.1.0');
      metrics.addVersion({ namespace, hash, requests: 50, errors: 0 });
    }
    await expect(runs(namespace, '1.1.0')).resolves.toBe(true);
  });

  it('goes back by helm rollback', async () => {
    await cluster.helm([
      'rollback',
      'gift-cards',
      '1',
      `--namespace=${namespace}`,
      '--server-side=false',
    ]);
    if (strategy !== 'rolling') {
      const hash = await newHash(namespace, '1.0.0');
      metrics.addVersion({ namespace, hash, requests: 50, errors: 0 });
    }
    await expect(runs(namespace, '1.0.0')).resolves.toBe(true);
  });
});

describe.each(['canary', 'blue-green'] as const)('a bad version', strategy => {
  it(`is aborted as ${strategy} by its own analysis`, async () => {
    const namespace = `bad-${strategy}`;
    const { folder } = services.fastapi;
    await cluster.restrictedNamespace(namespace);
    const release = (tag: string) =>
      cluster.upgrade({ folder, namespace, values: valuesOf(strategy, tag) });
    await release('1.0.0');
    await runs(namespace, '1.0.0');
    const stable = await newHash(namespace, '1.0.0');
    metrics.addVersion({ namespace, hash: stable, requests: 50, errors: 0 });

    await release('2.0.0');
    const bad = await newHash(namespace, '2.0.0');
    const startedAt = Date.now();
    metrics.addVersion({ namespace, hash: bad, requests: 50, errors: 5 });
    const found = await cluster.until(
      'the Rollout is aborted',
      () => rollout(namespace),
      one => one?.status?.abort === true,
    );
    await cluster.until(
      'the stable version has all pods',
      () => cluster.readyImages(namespace),
      images =>
        images.filter(one => one === image('1.0.0')).length === 3 &&
        (strategy === 'blue-green' || images.length === 3),
    );
    const seconds = (Date.now() - startedAt) / 1000;
    process.stdout.write(
      `${seconds
        .toFixed(1)
        .padStart(8)}  seconds until ${strategy} was rolled back\n`,
    );
    expect(seconds).toBeLessThan(ROLLED_BACK_WITHIN);
    expect(found?.status.stableRS).toBe(stable);
    const runsOfAnalysis = await cluster.list('analysisruns', namespace);
    expect(
      runsOfAnalysis.flatMap(({ status }) =>
        (status.metricResults ?? [])
          .filter((one: { phase: string }) => one.phase === 'Failed')
          .map((one: { name: string }) => one.name),
      ),
    ).toEqual(['error-ratio']);
  });
});

describe('another strategy', () => {
  it('comes by values alone, without a moment without pods', async () => {
    const namespace = 'handover';
    const { folder } = services.node;
    await cluster.restrictedNamespace(namespace);
    const release = (type: string, handover: boolean) =>
      cluster.upgrade({
        folder,
        namespace,
        values: { ...valuesOf(type, '1.0.0'), 'strategy.handover': handover },
      });
    await release('rolling', false);
    await runs(namespace, '1.0.0');

    await release('blue-green', true);
    await cluster.until(
      'Deployment and Rollout run beside each other',
      () => cluster.readyImages(namespace),
      images => images.length === 6,
    );
    await release('blue-green', false);
    await runs(namespace, '1.0.0');
    expect(await cluster.get('deployment', 'gift-cards', namespace)).toBe(
      undefined,
    );
    const selector = async () =>
      (await cluster.get('service', 'gift-cards', namespace))?.spec.selector;
    expect(await selector()).toHaveProperty('rollouts-pod-template-hash');

    await release('rolling', true);
    await cluster.until(
      'they run beside each other again',
      () => cluster.readyImages(namespace),
      images => images.length === 6,
    );
    await release('rolling', false);
    await runs(namespace, '1.0.0');
    // nothing holds requests back from the pods of the Deployment
    await cluster.until('the Service is for all pods', selector, one =>
      Object.keys(one).every(label => label.startsWith('app.kubernetes.io/')),
    );
  });
});

it('what lies beside the chart is accepted, too', async () => {
  const { read } = services.fastapi;
  for (const environment of ['staging', 'production']) {
    const { metadata, ...application } = parse(
      read(`deploy/argocd/${environment}.yaml`),
    );
    await cluster.restrictedNamespace(metadata.namespace);
    await cluster.apply({ ...application, metadata });
  }
  await cluster.restrictedNamespace('gift-cards');
  const answer = await cluster.kubectl([
    'apply',
    '--server-side',
    '--validate=strict',
    '--kustomize',
    `${services.fastapi.folder}/chaos/restore-drill`,
  ]);
  expect(answer).toContain('cronjob.batch/restore-drill serverside-applied');
});
