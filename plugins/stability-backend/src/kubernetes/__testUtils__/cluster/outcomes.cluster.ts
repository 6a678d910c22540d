import type { Deployment } from '@plimsoll/plugin-stability-common';
import { join } from 'node:path';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import createKnex, { type Knex } from 'knex';
import { apiServer, countRequests } from './clusterControls';
import { type ClusterPortal, startClusterPortal } from './clusterPortal';
import { apply, applyMany, kubectl } from './kubectl';
import {
  analysisTemplate,
  deployment,
  namespace,
  NAMESPACE,
  node,
  rollout,
} from './manifests';
import { recordAnswers } from './recordAnswers';

/** Within this the portal has to show what happened, milliseconds. */
const WITHIN_MS = 30_000;

/** Two polls: what is not seen then is not seen at all, milliseconds. */
const TWO_POLLS_MS = 42_000;

const SERVICES = ['checkout', 'legacy', 'payments', 'search', 'cart'];
const RESOURCES = ['deployments', 'replicasets', 'rollouts'];
const RBAC = join(__dirname, '../../../../docs/kubernetes-rbac.yaml');

const figures: Array<[string, number]> = [];
let knex: Knex;
let portal: ClusterPortal;

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const lines = (shown: Deployment[]) =>
  shown.map(({ version, type, state }) => `${version} ${type} ${state}`);

async function rolledOut(name: string) {
  await kubectl(['rollout', 'status', `deploy/${name}`, '-n', NAMESPACE]);
}

/** Waits until a service's deployments are these and notes how long it took. */
async function shows(what: string, service: string, expected: string[]) {
  const startedAt = Date.now();
  let shown = await portal.deploymentsOf(service);
  while (
    lines(shown).join() !== expected.join() &&
    Date.now() - startedAt < 2 * WITHIN_MS
  ) {
    await sleep(250);
    shown = await portal.deploymentsOf(service);
  }
  const took = Date.now() - startedAt;
  figures.push([what, took / 1000]);
  expect(lines(shown)).toEqual(expected);
  expect(took).toBeLessThan(WITHIN_MS);
  return shown;
}

/** What was there before it is not counted. */
async function firstPoll() {
  const deadline = Date.now() + 60_000;
  const polled = () =>
    knex('stability_poll')
      .where({ source: 'kubernetes' })
      .whereLike('state', '%"rollout"%')
      .first();
  while (!(await polled())) {
    if (Date.now() > deadline) {
      throw new Error(`Nothing is polled: ${portal.warnings().join('; ')}`);
    }
    await sleep(250);
  }
}

beforeAll(async () => {
  await apply(node('node-1'), namespace(NAMESPACE), namespace('backstage'));
  await kubectl(['create', 'serviceaccount', 'backstage', '-n', 'backstage']);
  await kubectl(['apply', '-f', RBAC]);
  for (const version of ['v1', 'v2']) {
    await apply(deployment({ name: 'legacy', version }));
    await rolledOut('legacy');
  }
  const token = await kubectl([
    'create',
    'token',
    'backstage',
    '-n',
    'backstage',
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'cluster-portal-'));
  const database = join(folder, 'stability.sqlite');
  portal = await startClusterPortal({
    services: SERVICES,
    database,
    serviceAccountToken: token.trim(),
  });
  knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: database, options: { readonly: true } },
    useNullAsDefault: true,
  });
  await firstPoll();
}, 300_000);

afterAll(async () => {
  portal?.stop();
  await knex?.destroy();
  const table = figures.map(
    ([what, seconds]) => `${seconds.toFixed(1).padStart(6)}  ${what}`,
  );
  process.stdout.write(`\nseconds until shown\n${table.join('\n')}\n`);
});

describe('a real Kubernetes control plane', () => {
  it('shows roll-outs', async () => {
    await apply(deployment({ name: 'checkout', version: 'v1' }));
    await rolledOut('checkout');
    await shows('first roll-out', 'checkout', ['v1 forward succeeded']);
    await apply(deployment({ name: 'checkout', version: 'v2' }));
    await rolledOut('checkout');
    const [, second] = await shows('roll-out', 'checkout', [
      'v1 forward succeeded',
      'v2 forward succeeded',
    ]);
    const took =
      Date.parse(second.finishedAt ?? '') - Date.parse(second.startedAt);
    expect(took).toBeGreaterThanOrEqual(0);
    expect(took).toBeLessThan(WITHIN_MS);
  }, 180_000);

  it('shows no restart, no scaling, no setting and no version again', async () => {
    const of = ['deploy/checkout', '-n', NAMESPACE];
    await kubectl(['rollout', 'restart', ...of]);
    await rolledOut('checkout');
    await kubectl(['scale', '--replicas=5', ...of]);
    await rolledOut('checkout');
    await apply(deployment({ name: 'checkout', version: 'v2', setting: 'b' }));
    await rolledOut('checkout');
    await apply(deployment({ name: 'checkout', version: 'v2', setting: 'b' }));
    await sleep(TWO_POLLS_MS);
    expect(lines(await portal.deploymentsOf('checkout'))).toEqual([
      'v1 forward succeeded',
      'v2 forward succeeded',
    ]);
  }, 180_000);

  it('shows `rollout undo` as a rollback that blames what it left', async () => {
    await kubectl([
      'rollout',
      'undo',
      'deploy/checkout',
      '--to-revision=1',
      '-n',
      NAMESPACE,
    ]);
    await rolledOut('checkout');
    const shown = await shows('rollout undo', 'checkout', [
      'v1 forward succeeded',
      'v2 forward succeeded',
      'v1 rollback succeeded',
    ]);
    expect(shown[1].verdict.name).toBe('failed');
  }, 120_000);

  it('shows an undo to what ran before the portal looked', async () => {
    expect(await portal.deploymentsOf('legacy')).toEqual([]);
    await kubectl(['rollout', 'undo', 'deploy/legacy', '-n', NAMESPACE]);
    await rolledOut('legacy');
    await shows('undo to an unknown version', 'legacy', [
      'v1 rollback succeeded',
    ]);
  }, 120_000);

  it('shows a roll-out past its deadline as failed, then as mended', async () => {
    await apply(deployment({ name: 'payments', version: 'v1' }));
    await rolledOut('payments');
    await apply(deployment({ name: 'payments', version: 'v2', isStuck: true }));
    await kubectl([
      'wait',
      '--for=jsonpath={.status.conditions[?(@.type=="Progressing")].reason}=ProgressDeadlineExceeded',
      'deploy/payments',
      '-n',
      NAMESPACE,
      '--timeout=60s',
    ]);
    const shown = await shows('progress deadline', 'payments', [
      'v1 forward succeeded',
      'v2 forward failed',
    ]);
    expect(shown[1].verdict.name).toBe('failed');
    await recordAnswers('deadline');
    await apply(deployment({ name: 'payments', version: 'v2' }));
    await rolledOut('payments');
    await shows('late success', 'payments', [
      'v1 forward succeeded',
      'v2 forward succeeded',
    ]);
  }, 240_000);

  it('shows a canary that its analysis aborted as prevented', async () => {
    const isHealthy = '--for=jsonpath={.status.phase}=Healthy';
    const isDegraded = '--for=jsonpath={.status.phase}=Degraded';
    const of = ['rollout/search', '-n', NAMESPACE, '--timeout=90s'];
    await apply(analysisTemplate(process.env.CLUSTER_PROMETHEUS ?? ''));
    await apply(rollout({ name: 'search', version: 'v1' }));
    await kubectl(['wait', isHealthy, ...of]);
    await shows('first Rollout', 'search', ['v1 forward succeeded']);
    await apply(rollout({ name: 'search', version: 'v2' }));
    await kubectl(['wait', isDegraded, ...of]);
    const shown = await shows('canary aborted', 'search', [
      'v1 forward succeeded',
      'v2 forward aborted',
    ]);
    expect(shown[1]).toMatchObject({
      traffic: 0.25,
      verdict: { name: 'prevented' },
    });
    expect(JSON.stringify(shown[1].evidence)).toContain('availability');
    await recordAnswers('aborted');
    await apply(rollout({ name: 'search', version: 'v1' }));
    await kubectl(['wait', isHealthy, ...of]);
    await sleep(TWO_POLLS_MS);
    expect(await portal.deploymentsOf('search')).toHaveLength(2);
  }, 300_000);

  it('catches up after the API server was down for a minute', async () => {
    // a deadline of the outage's length would be missed because of the outage
    const cart = { name: 'cart', deadlineSeconds: 600 };
    await apply(deployment({ ...cart, version: 'v1' }));
    await rolledOut('cart');
    await shows('before the outage', 'cart', ['v1 forward succeeded']);
    await apply(deployment({ ...cart, version: 'v2' }));
    await apiServer('stop');
    await sleep(60_000);
    await apiServer('start');
    await rolledOut('cart');
    await shows('after the outage', 'cart', [
      'v1 forward succeeded',
      'v2 forward succeeded',
    ]);
    const warnings = portal
      .warnings()
      .filter(text => text.includes("The cluster 'test' could not be asked"));
    expect(warnings).toHaveLength(1);
  }, 300_000);

  it('costs the API server next to nothing, with 1,000 workloads', async () => {
    await applyMany(
      Array.from({ length: 1000 }, (_, index) =>
        deployment({
          name: `many-${index}`,
          version: 'v1',
          serviceId: 'nobody',
          replicas: 0,
        }),
      ),
    );
    await sleep(TWO_POLLS_MS);
    const before = await Promise.all([
      countRequests('LIST', RESOURCES),
      countRequests('WATCH', RESOURCES),
    ]);
    await sleep(60_000);
    const lists = (await countRequests('LIST', RESOURCES)) - before[0];
    const watches = (await countRequests('WATCH', RESOURCES)) - before[1];
    process.stdout.write(
      `\n1,000 workloads: ${lists} list calls and ${watches} short watches a minute\n`,
    );
    expect(lists).toBeLessThanOrEqual(5);
    expect(watches).toBeGreaterThan(0);
  }, 300_000);

  it('told everything once', async () => {
    const rows: Array<{ delivery_key: string }> = await knex(
      'stability_inbox',
    ).where({ source: 'kubernetes' });
    const ids = rows.map(({ delivery_key }) => delivery_key.split('#')[0]);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    await recordAnswers('complete');
  });
});
