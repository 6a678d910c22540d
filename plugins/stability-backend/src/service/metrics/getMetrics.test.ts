import type { MetricsRequest } from '@plimsoll/plugin-stability-common';
import { deployed, incident, NOON, refOf } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createServiceWorld,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();
const CART = refOf('cart');

const ask = (world: ServiceWorld, request: MetricsRequest) =>
  world.stability.getMetrics(request, world.caller);

describe('getMetrics', () => {
  it.each(databases.ids)(
    'counts a window on the spot as the kept row has it, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await world.observeStory();
      for (const window of [30, 90, 180] as const) {
        const kept = await ask(world, { entityRef: CART, window });
        const counted = await ask(world, {
          entityRef: CART,
          from: iso(NOON - window * DAY),
          to: iso(NOON),
        });
        expect(kept).toEqual(counted);
        expect(kept.counts).toMatchObject({ deployments: 3, failed: 1 });
      }
      // the survey asks for the rework of six months
      const [usual, short, long] = await Promise.all([
        ask(world, { entityRef: CART }),
        ask(world, { entityRef: CART, window: 90 }),
        ask(world, { entityRef: CART, window: 180 }),
      ]);
      const rework = long.metrics.find(
        ({ metric }) => metric === 'rework-rate',
      )!;
      expect(usual).toEqual({
        ...short,
        metrics: short.metrics.map(figure =>
          figure.metric === 'rework-rate'
            ? { ...rework, window: { from: long.from, to: long.to } }
            : figure,
        ),
      });
    },
  );

  it.each(databases.ids)('rolls services up, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    await world.observeStory();
    const { client } = world.database;
    const counts = async (entityRef: string) => {
      const answer = await ask(world, { entityRef });
      return [answer.services, answer.counts.deployments, answer.counts.failed];
    };
    expect(await counts('system:default/shop')).toEqual([3, 4, 1]);
    expect(await counts('domain:default/retail')).toEqual([3, 4, 1]);
    expect(await counts('group:default/shop')).toEqual([2, 3, 1]);
    expect(await counts('Group:Default/Money')).toEqual([1, 1, 0]);
    // what a group below owns
    await world.context.services.replaceGroups([
      { parentRef: 'group:default/shop', childRef: 'group:default/money' },
    ]);
    expect(await counts('group:default/shop')).toEqual([3, 4, 1]);
    expect(await counts('group:default/money')).toEqual([1, 1, 0]);
    expect(await counts(refOf('idle'))).toEqual([1, 0, 0]);
    // a system, API or the like that is called like a member is none
    await client('service_index').insert({
      entity_ref: 'api:default/cart',
      kind: 'api',
      system_ref: 'system:default/shop',
    });
    expect((await counts('system:default/shop'))[0]).toBe(3);
    await expect(counts('system:default/none')).rejects.toThrow(
      /There is no service of system:default\/none/,
    );
  });

  it('speaks of one environment and one stretch', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    await world.observe([
      deployed({
        service: 'cart',
        version: 'v8',
        at: NOON - 200 * HOUR,
        environment: 'staging',
      }),
    ]);
    const staging = await ask(world, {
      entityRef: CART,
      environment: 'staging',
    });
    expect(staging).toMatchObject({
      environment: 'staging',
      counts: { deployments: 1, failed: 0 },
    });
    for (const environment of ['Staging', 'stage']) {
      expect(await ask(world, { entityRef: CART, environment })).toEqual(
        staging,
      );
    }
    expect(
      (await ask(world, { entityRef: CART, environment: 'prod' })).counts,
    ).toEqual((await ask(world, { entityRef: CART })).counts);
    const early = await ask(world, {
      entityRef: CART,
      from: iso(NOON - 100 * HOUR),
      to: iso(NOON - 60 * HOUR),
    });
    expect(early.counts).toMatchObject({ deployments: 1, failed: 0 });
  });

  it('does not lose the rollback of a failure at the edge of the window', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    // between the failure and its rollback 20 minutes later
    const answer = await ask(world, {
      entityRef: CART,
      from: iso(NOON - 61 * HOUR),
      to: iso(NOON - 60 * HOUR + 60_000),
    });
    const recovery = answer.metrics.find(
      ({ metric }) => metric === 'failed-deployment-recovery-time',
    );
    expect(recovery?.sampleSize).toBe(1);
  });

  it.each(databases.ids)('says what happened last, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    await world.observeStory();
    const step = (key: string, phase: 'triggered' | 'resolved', at: number) =>
      incident({ service: 'cart', key, phase, at, startedAt: NOON - 5 * HOUR });
    const staging = { service: 'cart', environment: 'staging' };
    await world.observe([
      step('INC-2', 'triggered', NOON - 5 * HOUR),
      step('INC-2', 'resolved', NOON - 4 * HOUR),
      // neither the same version again, nor another environment, nor what
      // stands on our own figures
      deployed({ service: 'cart', version: 'v3', at: NOON - 3 * HOUR }),
      deployed({ ...staging, version: 'v4', at: NOON - 2 * HOUR }),
      incident({
        ...staging,
        key: 'INC-3',
        phase: 'triggered',
        at: NOON - HOUR,
        startedAt: NOON - HOUR,
      }),
      incident({
        service: 'cart',
        key: 'INC-4',
        phase: 'triggered',
        at: NOON - HOUR,
        startedAt: NOON - HOUR,
        derived: true,
      }),
    ]);
    const latest = async (request: MetricsRequest) => {
      const answer = await ask(world, request);
      return [
        answer.lastDeployment?.version,
        answer.lastIncident?.label,
        answer.openIncident?.label,
      ];
    };
    expect(await latest({ entityRef: CART, window: 90 })).toEqual([
      'v3',
      'INC-2',
      'INC-1',
    ]);
    expect(await latest({ entityRef: CART, environment: 'staging' })).toEqual([
      'v4',
      'INC-3',
      'INC-3',
    ]);
    expect(await latest({ entityRef: refOf('pay') })).toEqual([
      'v9',
      undefined,
      undefined,
    ]);
    expect(await latest({ entityRef: 'system:default/shop' })).toEqual([
      'v3',
      'INC-2',
      'INC-1',
    ]);
    const { items } = await world.stability.listDeployments(
      { entityRef: CART, environment: 'production' },
      world.caller,
    );
    const { lastDeployment } = await ask(world, { entityRef: CART });
    expect(items).toContainEqual(lastDeployment);
  });

  it('says when events of the service wait for a mapping', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const { client } = world.database;
    await client('stability_identity').insert([
      { type: 'repository', value: 'shop/mono', entity_ref: CART },
      { type: 'path', value: 'x', entity_ref: CART },
    ]);
    const waiting = (id: string, state: string, identity: unknown) => ({
      id,
      source: 'github',
      delivery_key: id,
      body: Buffer.from('{}'),
      headers: '{}',
      received_at: NOON,
      state,
      next_attempt_at: NOON,
      identity: JSON.stringify(identity),
    });
    await client('stability_inbox').insert([
      waiting('a', 'unmatched', [[{ type: 'repository', value: 'Shop/Mono' }]]),
      waiting('b', 'unmatched', [[{ type: 'repository', value: 'other/one' }]]),
      waiting('c', 'unmatched', [[{ type: 'path', value: 'x' }]]),
      waiting('d', 'done', [[{ type: 'repository', value: 'shop/mono' }]]),
    ]);
    expect((await ask(world, { entityRef: CART })).incomplete).toEqual({
      unmatchedEvents: 1,
    });
    expect(await ask(world, { entityRef: refOf('pay') })).not.toHaveProperty(
      'incomplete',
    );
  });

  it('explains a number by what was counted', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const explanation = await world.stability.explainMetric(
      { metric: 'change-failure-rate', entityRef: CART, window: 30 },
      world.caller,
    );
    const failed = explanation.deployments.filter(({ counted }) => counted);
    expect(failed.map(({ version }) => version)).toEqual(['v2']);
    expect(explanation.figure).toMatchObject({ sampleSize: 3, events: 1 });
    expect(explanation.figure.target).toMatchObject({ value: 0.08 });
    expect(
      explanation.deployments.find(({ leftOut }) => leftOut === 'rollback'),
    ).toMatchObject({ version: 'v1' });
    expect(explanation.readAt).toBe(iso(NOON));
  });
});
