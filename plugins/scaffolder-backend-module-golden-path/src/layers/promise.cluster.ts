import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import type {
  Deployment,
  MetricFigure,
} from '@plimsoll/plugin-stability-common';
import type { ChartValues } from '../__testUtils__/chart/renderChart';
import { PromisePortal } from '../__testUtils__/cluster/PromisePortal';
import { RealPods } from '../__testUtils__/cluster/RealPods';
import { TestCluster } from '../__testUtils__/cluster/TestCluster';
import { nodeCase } from '../stacks/__testUtils__/nodeCase';
import { RunningProgram } from '../stacks/__testUtils__/RunningProgram';

const SERVICE = 'gift-vouchers';
const NAMESPACE = 'promise';
const ENTITY = `component:default/${SERVICE}`;
/** Within that the page of the service shows what happened, seconds. */
const SHOWN_WITHIN = 180;
const LIMIT_MS = 20 * 60_000;
const RBAC = resolvePackagePath(
  '@plimsoll/plugin-stability-backend',
  'docs/kubernetes-rbac.yaml',
);

const folder = mkdtempSync(join(tmpdir(), 'promise-'));
const repository = join(folder, 'repository');
const cluster = TestCluster.create();
let portal: PromisePortal;
let pods: RealPods;

const release = (tag: string) =>
  cluster.upgrade({
    folder: repository,
    release: SERVICE,
    namespace: NAMESPACE,
    values: {
      'image.tag': tag,
      'monitoring.prometheusUrl': pods.url,
      // quick steps; what is judged, and by which limits, is as generated
      'strategy.canary.pauseSeconds': 60,
      'strategy.analysis.intervalSeconds': 10,
      'strategy.analysis.windowSeconds': 20,
    } satisfies ChartValues,
  });

const rollout = () => cluster.get('rollout', SERVICE, NAMESPACE);
const images = () => cluster.readyImages(NAMESPACE);

/** Oldest first. */
async function deployments(): Promise<Deployment[]> {
  const page = await portal.get<{ items: Deployment[] }>(
    `/api/stability/deployments?entityRef=${ENTITY}&environment=production`,
  );
  return [...(page?.items ?? [])].reverse();
}

/** Figures of the last 30 days, by their names. */
async function figures(): Promise<Partial<Record<string, MetricFigure>>> {
  const answer = await portal.get<{ metrics: MetricFigure[] }>(
    `/api/stability/metrics?entityRef=${ENTITY}&environment=production&window=30`,
  );
  return Object.fromEntries(
    (answer?.metrics ?? []).map(figure => [figure.metric, figure]),
  );
}

async function objectives(): Promise<ObjectivePage['items']> {
  const page = await portal.get<ObjectivePage>(
    `/api/slo/objectives?entityRef=${ENTITY}`,
  );
  return page?.items ?? [];
}

/** Waits for what takes some minutes; the pods must be well all the time. */
async function until<T>(
  what: string,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    pods.check();
    const seen = await look();
    if (isThere(seen)) {
      return seen;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: ${JSON.stringify(seen, undefined, 1)}`);
    }
    await sleep(1_000);
  }
}

/** A service account with which the portal reaches the cluster. */
async function serviceAccountToken(): Promise<string> {
  const namespace = 'backstage';
  await cluster.apply(
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'backstage', namespace },
    },
  );
  await cluster.kubectl(['apply', '-f', RBAC]);
  const token = await cluster.kubectl([
    'create',
    'token',
    'backstage',
    `--namespace=${namespace}`,
  ]);
  return token.trim();
}

beforeAll(async () => {
  for (const name of ['portal', 'pods']) {
    mkdirSync(join(folder, name));
  }
  await cluster.node('promise');
  await cluster.restrictedNamespace(NAMESPACE);
  pods = await RealPods.start({
    cluster,
    namespace: NAMESPACE,
    service: SERVICE,
    folder: join(folder, 'pods'),
  });
  portal = await PromisePortal.start({
    directory: join(folder, 'portal'),
    prometheusUrl: pods.url,
    clusterUrl: process.env.CLUSTER_URL ?? '',
    serviceAccountToken: await serviceAccountToken(),
  });
}, LIMIT_MS);
afterAll(async () => {
  await pods?.stop();
  portal?.stop();
  rmSync(folder, { recursive: true, force: true });
}, LIMIT_MS);

it(
  'creates a service whose bad version goes back by itself, and tells what it cost',
  async () => {
    const { result, gitUrl } = await portal.create({
      stack: 'node',
      name: SERVICE,
      strategy: 'canary',
    });
    expect([result.status, result.log]).toEqual([
      'completed',
      expect.anything(),
    ]);
    await RunningProgram.run({
      command: 'git',
      args: ['clone', '--quiet', gitUrl, repository],
      folder,
    });
    await RunningProgram.run({
      command: './ci/stack.sh',
      args: ['install'],
      folder: repository,
      environment: nodeCase.tools,
    });

    await release('1.0.0');
    pods.follow({
      repository,
      environments: {
        '1.0.0': {},
        '2.0.0': { FAULTS_ENABLED: 'true', FAULT_ERROR_RATIO: '0.5' },
      },
    });
    await until(
      'the portal shows the first version',
      deployments,
      shown => shown.at(-1)?.state === 'succeeded',
    );
    const [sound] = await until(
      'the portal measures the errors that it promises',
      async () =>
        (await objectives()).filter(({ ref }) => ref.endsWith('-errors')),
      ([errors]) => (errors?.budget.allowed ?? 0) > 0,
    );
    expect(sound.budget).toMatchObject({ bad: 0 });

    await release('2.0.0');
    const startedAt = Date.now();
    const aborted = await until(
      'the analysis aborts the bad version',
      rollout,
      found => found?.status?.abort === true,
    );
    const abortedAt = Date.now();
    const runs = await cluster.list('analysisruns', NAMESPACE);
    expect(
      runs.flatMap(({ status }) =>
        (status.metricResults ?? [])
          .filter((one: { phase: string }) => one.phase === 'Failed')
          .map((one: { name: string }) => one.name),
      ),
    ).toEqual(['error-ratio']);

    const [, bad] = await until(
      'the portal shows the bad version as failed',
      deployments,
      shown => shown.at(-1)?.verdict.name === 'failed',
    );
    const [errors] = (await objectives()).filter(({ ref }) =>
      ref.endsWith('-errors'),
    );
    const shownAt = Date.now();
    process.stdout.write(
      [
        ['from the roll-out to its abort', abortedAt - startedAt],
        ['from the abort to the page', shownAt - abortedAt],
      ]
        .map(
          ([what, ms]) =>
            `${(Number(ms) / 1000).toFixed(1).padStart(8)}  seconds ${what}\n`,
        )
        .join(''),
    );
    expect((shownAt - abortedAt) / 1000).toBeLessThan(SHOWN_WITHIN);

    expect(bad).toMatchObject({
      version: '2.0.0',
      type: 'forward',
      state: 'aborted',
      verdict: { name: 'failed', decidedBy: 'rule', suspected: false },
      budgetBurned: { share: expect.any(Number) },
      // the version before has all requests again: the rollback
      recoveredAt: new Date(aborted?.status.abortedAt).toISOString(),
    });
    expect(bad.evidence.map(({ rule }) => rule).sort()).toEqual([
      'budget-burned',
      'canary-stopped',
    ]);
    expect(bad.budgetBurned?.share).toBeGreaterThan(0.02);
    expect(errors.budget.bad).toBeGreaterThan(0);
    const seconds =
      (Date.parse(bad.recoveredAt!) - Date.parse(bad.impactFrom!)) / 1000;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(SHOWN_WITHIN);
    expect(await figures()).toMatchObject({
      'change-failure-rate': { events: 1 },
      'failed-deployment-recovery-time': { samples: [seconds] },
      'prevented-failures': { events: 0 },
    });

    await until(
      'only the version before has pods',
      images,
      all => all.length === 3 && all.every(one => one.endsWith(':1.0.0')),
    );
  },
  LIMIT_MS,
);
