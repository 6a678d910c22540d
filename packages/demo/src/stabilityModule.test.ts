import {
  type Deployment,
  type Incident,
  METRIC_NAMES,
  type MetricName,
  type StabilityClient,
} from '@plimsoll/plugin-stability-common';
import { startDemoPortal } from './__testUtils__/DemoPortal';
import { CANARY_SERVICE, canaryVersions } from './deliveries/argo/pausedCanary';
import { deliveriesOf } from './deliveries/deliveriesOf';
import { STRAY_REPOSITORY } from './deliveries/strayDeliveries';
import { rollbacksOf } from './incidents/rollbacksOf';
import { releasesOf } from './releases/releasesOf';
import { HISTORY_DAYS } from './sending/WorldSender';
import { stabilityModule } from './stabilityModule';
import { cycleAt, shopInstant } from './time/shopInstant';

const DAY = 86_400_000;

/** All of the world, read as the pages read it. */
class World {
  readonly client: StabilityClient;

  constructor(client: StabilityClient) {
    this.client = client;
  }

  async deployments(service: string): Promise<Deployment[]> {
    const items: Deployment[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.client.listDeployments({
        entityRef: `component:default/${service}`,
        limit: 100,
        cursor,
      });
      items.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return items;
  }

  async incidents(service: string): Promise<Incident[]> {
    const entityRef = `component:default/${service}`;
    return (await this.client.listIncidents({ entityRef, limit: 100 })).items;
  }

  /** Until nothing waits and nothing more comes. */
  async settled(): Promise<void> {
    const deadline = Date.now() + 1_200_000;
    let last = '';
    for (;;) {
      const { counts } = await this.client.listInbox({ limit: 1 });
      const { totalItems } = await this.client.listDeployments({ limit: 1 });
      const now = JSON.stringify([counts, totalItems]);
      if (counts.waiting === 0 && counts.done > 5_000 && now === last) {
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(`The history did not arrive: ${now}`);
      }
      last = now;
      await new Promise(resolve => setTimeout(resolve, 2_000));
    }
  }
}

describe('the demo world, as the portal sees it', () => {
  const now = Date.now();
  /** The newest cycle of which all is history. */
  const cycle = cycleAt(now) - 1;
  const begin = shopInstant(cycle, 0, '00:00');
  const end = shopInstant(cycle + 1, 0, '00:00');
  let world: World;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const portal = await startDemoPortal([stabilityModule]);
    stop = portal.stop;
    world = new World(portal.client);
    await world.settled();
    // half a minute here
  }, 1_500_000);
  afterAll(async () => stop());

  const within = (at: string) =>
    Date.parse(at) >= begin && Date.parse(at) < end;
  const ofCycle = async (service: string) =>
    (await world.deployments(service)).filter(
      ({ startedAt, production }) => production && within(startedAt),
    );

  it('has the Redis outage from deployment to recovery', async () => {
    const at = (clock: string) =>
      new Date(shopInstant(cycle, 8, clock)).toISOString();
    const failed = (await ofCycle('checkout')).find(
      ({ finishedAt }) => finishedAt === at('14:06:10'),
    );
    const incident = (await world.incidents('checkout')).find(
      ({ startedAt }) => startedAt === at('14:10:05'),
    );

    expect(failed).toMatchObject({
      title: expect.stringContaining('Cart entries in MessagePack'),
      verdict: { name: 'failed', suspected: false },
      detectedAt: at('14:10:05'),
      recoveredAt: at('14:17:05'),
    });
    expect(failed?.evidence.map(({ rule }) => rule)).toEqual([
      'rollback-event',
      'incident-in-window',
    ]);
    expect(incident).toMatchObject({
      title: 'Redis cannot read cart entries',
      acknowledgedAt: at('14:11:20'),
      resolvedAt: at('14:17:05'),
      assignee: 'Tomasz Bielak',
      cause: { deploymentId: failed?.id },
    });
  });

  it('has a canary that was stopped, a restart, and nothing to blame on cards', async () => {
    const deployments = await ofCycle('checkout');
    const verdicts = deployments.map(({ verdict }) => verdict.name);
    expect(verdicts.filter(name => name === 'prevented')).toHaveLength(1);
    expect(
      deployments.find(({ verdict }) => verdict.name === 'prevented'),
    ).toMatchObject({
      traffic: 0.1,
      evidence: [{ reason: 'Canary stopped at 10 %: errors over 1 %' }],
    });
    expect(deployments.filter(({ type }) => type === 'redeploy')).toHaveLength(
      1,
    );
    const cards = (await world.incidents('checkout')).filter(
      ({ title }) => title === 'Payment provider refuses cards',
    );
    expect(cards.length).toBeGreaterThan(3);
    expect(cards.flatMap(({ cause }) => cause ?? [])).toEqual([]);
  });

  it('has prices that were rounded down in PLN, in every third cycle', async () => {
    const incidents = (await world.incidents('checkout')).filter(
      ({ title }) => title === 'Prices rounded down in PLN',
    );
    expect(incidents.length).toBeGreaterThanOrEqual(1);
    for (const { startedAt, resolvedAt, cause } of incidents) {
      const seconds = (Date.parse(resolvedAt!) - Date.parse(startedAt)) / 1000;
      expect(seconds).toBe(21 * 60 + 48);
      expect(cause).toMatchObject({ confidence: 0.95 });
    }
  });

  it('counts clusters, batches and repeated deliveries once', async () => {
    const releases = releasesOf(cycle);
    for (const service of ['product-listing', 'wishlist', 'stock-levels']) {
      const told = releases.filter(release => release.service === service);
      expect(
        (await ofCycle(service)).map(({ version }) => version).reverse(),
      ).toEqual(told.map(({ version }) => version));
    }
    const [twice] = await ofCycle('product-listing');
    expect(twice.targets.map(({ target }) => target).sort()).toEqual([
      'eks-eu-central',
      'eks-eu-west',
    ]);
    const footers = await Promise.all(
      ['storefront', 'wishlist', 'newsletter'].map(async service =>
        (
          await ofCycle(service)
        ).flatMap(({ batchId, title }) =>
          title?.startsWith('New footer') ? [batchId] : [],
        ),
      ),
    );
    expect(new Set(footers.flat()).size).toBe(1);
    expect(footers.flat()).toHaveLength(3);
  });

  it('sees versions come back, whoever says so', async () => {
    const rollbacks = [cycle, cycle - 1].flatMap(one =>
      rollbacksOf(releasesOf(one)),
    );
    expect(rollbacks.length).toBeGreaterThanOrEqual(4);
    for (const { broken, back } of rollbacks) {
      const seen = await world.deployments(broken.service);
      const at = (time: number) => new Date(time - (time % 1000)).toISOString();
      expect(
        seen.find(({ startedAt }) => startedAt === at(broken.startedAt)),
      ).toMatchObject({ version: broken.version, verdict: { name: 'failed' } });
      expect(
        seen.find(({ startedAt }) => startedAt === at(back.startedAt)),
      ).toMatchObject({ version: back.version, type: 'rollback' });
    }
  });

  it('blames what a hotfix and a revert mend', async () => {
    const rules = async (service: string) =>
      (await world.deployments(service)).flatMap(({ evidence }) =>
        evidence.map(({ rule }) => rule),
      );
    expect(await rules('cart')).toContain('hotfix');
    expect(await rules('payment')).toContain('reverted');
    expect(await rules('recommendations')).toContain('incident-names-it');
    expect(await rules('coupon-api')).toContain('failed-rollout');
  });

  it('takes staging for no production, and unknown repositories for nobody', async () => {
    const staged = await world.deployments('sandbox');
    expect(staged.length).toBeGreaterThan(10);
    expect(staged.filter(({ production }) => production)).toEqual([]);
    const { items, counts } = await world.client.listInbox({
      state: 'unmatched',
      limit: 100,
    });
    expect(counts.unmatched).toBeGreaterThan(10);
    for (const { identity } of items) {
      expect(identity).toContainEqual({
        type: 'repository',
        value: STRAY_REPOSITORY,
      });
    }
    expect(counts.dead).toBeGreaterThanOrEqual(4);
    expect(counts.ignored).toBeGreaterThan(0);
  });

  it('has one incident of two services, and one of an alert that flaps', async () => {
    for (const service of ['order-history', 'returns-portal']) {
      const failovers = (await world.incidents(service)).filter(
        ({ startedAt, title }) => within(startedAt) && /PostgreSQL/.test(title),
      );
      expect(failovers).toHaveLength(1);
      expect(failovers[0].cause).toBeUndefined();
    }
    const flapping = (await world.incidents('image-resizer')).filter(
      ({ startedAt }) => within(startedAt),
    );
    expect(flapping).toHaveLength(1);
    expect(flapping[0]).toMatchObject({ reopenCount: 3, state: 'resolved' });
  });

  it('gives no negative lead time where a clock is ahead', async () => {
    const deployments = await world.deployments('address-book');
    const leads = deployments.flatMap(({ changes }) =>
      changes.flatMap(({ leadSeconds }) => leadSeconds ?? []),
    );
    expect(leads.length).toBeGreaterThan(5);
    expect(Math.min(...leads)).toBeGreaterThan(0);
  });

  it('reads the dates of GitLab', async () => {
    const told = releasesOf(cycle).filter(
      ({ service }) => service === 'notifications',
    );
    expect(
      (await ofCycle('notifications')).map(({ finishedAt }) => finishedAt),
    ).toEqual(
      told
        .map(({ endedAt }) =>
          new Date(endedAt - (endedAt % 1000)).toISOString(),
        )
        .reverse(),
    );
  });

  it('fills all windows, within the target of ShopKart, and says that it is made up', async () => {
    const metrics = await world.client.getMetrics({
      entityRef: 'component:default/checkout',
      window: 180,
    });
    const rate = metrics.metrics.find(
      ({ metric }) => metric === 'change-failure-rate',
    );
    expect(metrics.demo).toBe(true);
    expect(metrics.metrics).toHaveLength(METRIC_NAMES.length);
    expect(rate).toMatchObject({ state: 'ok' });
    expect(rate && 'value' in rate && rate.value).toBeLessThan(0.08);
    const oldest = (await world.deployments('checkout')).at(-1)!;
    expect(Date.parse(oldest.startedAt)).toBeLessThan(
      now - (HISTORY_DAYS - 10) * DAY,
    );
  });

  it('knows every delivery by the byte: the same again changes nothing', async () => {
    const again = deliveriesOf(cycle);
    expect(again).toEqual(deliveriesOf(cycle));
    const keys = again.map(({ door, headers, body }) =>
      JSON.stringify([door, headers, body]),
    );
    const repeated = keys.length - new Set(keys).size;
    expect(repeated).toBeGreaterThan(10);
    expect(repeated).toBeLessThan(keys.length * 0.1);
  });

  describe('shows each pitfall as what it is:', () => {
    const at = (day: number, clock: string, of = cycle) =>
      new Date(shopInstant(of, day, clock)).toISOString();
    const incidentAt = async (service: string, startedAt: string) =>
      (await world.incidents(service)).find(
        incident => incident.startedAt === startedAt,
      );
    const samplesOf = async (service: string, metric: MetricName) =>
      (
        await world.client.explainMetric({
          metric,
          entityRef: `component:default/${service}`,
          from: new Date(begin).toISOString(),
          to: new Date(end).toISOString(),
        })
      ).incidents;

    it('an incident that was merged into another is over, and no recovery', async () => {
      const merged = await incidentAt('storefront', at(20, '11:03:40'));
      expect(merged).toMatchObject({
        title: 'Time to first byte above 2 s',
        state: 'resolved',
        merged: true,
      });
      const explained = await samplesOf('storefront', 'time-to-recover');
      expect(explained.find(({ id }) => id === merged?.id)?.leftOut).toBe(
        'merged',
      );
      const kept = await incidentAt('storefront', at(20, '11:02:10'));
      expect(kept).toMatchObject({
        merged: false,
        resolvedAt: at(20, '11:21:00'),
      });
    });

    it('an incident that was reopened lasts until its last end', async () => {
      expect(await incidentAt('cart', at(13, '15:40:00'))).toMatchObject({
        state: 'resolved',
        reopenCount: 1,
        resolvedAt: at(13, '16:20:45'),
      });
    });

    it('an incident that was moved ends at the first service without a recovery, and goes on at the second', async () => {
      const startedAt = at(27, '09:15:00');
      expect(await incidentAt('storefront', startedAt)).toMatchObject({
        state: 'resolved',
        merged: true,
        resolvedAt: at(27, '09:21:00'),
      });
      expect(await incidentAt('session-api', startedAt)).toMatchObject({
        state: 'resolved',
        merged: false,
        resolvedAt: at(27, '09:33:10'),
      });
    });

    it('the tag latest is no version: its digest tells two deployments apart', async () => {
      const tagged = (await ofCycle('reviews')).filter(
        ({ version }) => version === undefined,
      );
      expect(tagged.map(({ type }) => type)).toEqual(['forward', 'forward']);
      const digests = tagged.map(({ artifacts = [] }) =>
        artifacts.find(name => name.includes('/reviews:latest@sha256:')),
      );
      expect(new Set(digests).size).toBe(2);
      expect(digests).not.toContain(undefined);
    });

    it('a canary that waits for days is no deployment, and superseded it never was one', async () => {
      const { paused, next } = canaryVersions(cycle);
      const canaries = (await ofCycle(CANARY_SERVICE)).filter(({ version }) =>
        [paused, next].includes(version ?? ''),
      );
      expect(
        canaries.map(({ version, state, verdict }) => [
          version,
          state,
          verdict.name,
        ]),
      ).toEqual([
        [next, 'succeeded', 'clean'],
        [paused, 'superseded', 'not-counted'],
      ]);
      expect(canaries[1]).toMatchObject({
        traffic: 0.2,
        finishedAt: canaries[0].startedAt,
      });
    });

    it('a service that was renamed keeps what an old pipeline calls by its former name', async () => {
      const old = releasesOf(cycle).filter(({ formerName }) => formerName);
      expect(old).toHaveLength(1);
      const seen = (await ofCycle('stock-levels')).find(
        ({ version }) => version === old[0].version,
      );
      expect(seen?.targets[0].url).toContain('/warehouse-api-deploy/');
    });

    it('a change that goes out with its revert blames nobody', async () => {
      const [both] = releasesOf(cycle).filter(
        ({ service, changes }) =>
          service === 'tax-calculator' &&
          changes.some(({ reverts }) => reverts !== undefined),
      );
      const seen = (await ofCycle('tax-calculator')).find(
        ({ version }) => version === both.version,
      );
      expect(seen?.changes.map(({ sha }) => sha).sort()).toEqual(
        both.changes.map(({ sha }) => sha).sort(),
      );
      expect(seen).toMatchObject({ verdict: { name: 'clean' }, evidence: [] });
      const rules = (await world.deployments('tax-calculator')).flatMap(
        ({ evidence }) => evidence.map(({ rule }) => rule),
      );
      expect(rules).not.toContain('reverted');
    });
  });
});
