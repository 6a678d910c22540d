import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { GateDecision } from '@plimsoll/plugin-slo-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sloConditions } from '../permissions/objectiveRules';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { GateDecisionStore } from './GateDecisionStore';

const databases = createTestDatabases();

const withGate = (name: string, annotation?: string): Entity => {
  const entity = componentEntity({ name, owner: `group:default/${name}` });
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      ...(annotation && {
        annotations: { 'plimsoll.dev/slo-gate': annotation },
      }),
    },
  };
};
const entities = [
  withGate('cart'),
  withGate('pay'),
  withGate('lenient', 'exhausted=warn'),
  withGate('bare'),
  ...['cart', 'pay', 'lenient'].map(name =>
    sloEntity({ name: `${name}-slo`, service: name }),
  ),
];

/** Everything fails but of the service `cart`. */
async function setUp(
  knex: Knex,
  options: {
    features?: Parameters<typeof startSloBackend>[0]['features'];
    gate?: JsonObject;
  } = {},
) {
  const { features = [], gate = {} } = options;
  const { server } = await startSloBackend({
    entities,
    source: FakeMetricsSource.create({
      series: (_at, { entityRef }) => ({
        bad: entityRef.endsWith('/cart') ? 0.1 : 50,
        total: 100,
      }),
    }),
    knex,
    features: [
      mockServices.rootConfig.factory({
        data: { slo: { gate, backfill: { queriesPerSecond: 1e6 } } },
      }),
      ...features,
    ],
  });
  const ask = (name: string) =>
    request(server).get(`/api/slo/gate?entityRef=component:default/${name}`);
  const decisions = async (query = '') =>
    (await request(server).get(`/api/slo/gate/decisions?${query}`)).body;
  return { server, ask, decisions };
}

type Served = Awaited<ReturnType<typeof setUp>>['server'];

/** Waits until history is read, so that what is spent is known. */
const measured = (server: Served, spent = 2) =>
  eventually(
    server,
    '/api/slo/objectives',
    ({ body }) =>
      body.items?.length > 0 &&
      body.stateCounts.exhausted === spent &&
      body.items.every(({ state }: { state: string }) =>
        ['exhausted', 'ok'].includes(state),
      ),
  );
const client = async (id: (typeof databases.ids)[number]) =>
  (await databases.service(id)).getClient();

describe('the gate', () => {
  it.each(databases.ids)(
    'decides by budgets, and keeps who asked, %p',
    async id => {
      const { server, ask, decisions } = await setUp(await client(id));
      await measured(server);
      const { body: open } = await ask('cart');
      expect(open).toEqual({
        verdict: 'allow',
        reasons: [
          {
            code: 'budget-left',
            verdict: 'allow',
            message: expect.stringMatching(/^Requests served: 9\d/),
            objective: {
              ref: 'slo:default/cart-slo',
              objective: 'requests-served',
              displayName: 'Requests served',
            },
          },
        ],
        entityRef: 'component:default/cart',
        decidedAt: expect.stringMatching(/Z$/),
        decision: expect.any(String),
      });
      const { body: frozen, headers } = await ask('pay');
      expect([frozen.verdict, frozen.reasons[0].code]).toEqual([
        'block',
        'exhausted',
      ]);
      expect(headers['cache-control']).toBe('no-store');
      const { body: lenient } = await ask('lenient');
      expect(lenient).toMatchObject({
        verdict: 'warn',
        reasons: [{ code: 'exhausted' }, { code: 'overridden' }],
      });
      const { body: bare } = await ask('bare');
      expect(bare).toMatchObject({
        verdict: 'warn',
        reasons: [{ code: 'no-objectives' }],
      });

      const page = await decisions('limit=3');
      expect(page).toMatchObject({ totalItems: 4 });
      expect(page.items.map((item: GateDecision) => item.entityRef)).toEqual([
        'component:default/bare',
        'component:default/lenient',
        'component:default/pay',
      ]);
      expect(page.items[2]).toEqual({
        id: frozen.decision,
        entityRef: 'component:default/pay',
        decidedAt: frozen.decidedAt,
        askedBy: 'user:default/mock',
        verdict: 'block',
        reasons: frozen.reasons,
      });
      const next = await decisions(
        `limit=3&cursor=${page.pageInfo.nextCursor}`,
      );
      expect(next.items.map((item: GateDecision) => item.id)).toEqual([
        open.decision,
      ]);
      expect(next.pageInfo).toEqual({});
      const own = await decisions('entityRef=component:default/pay');
      expect(own.totalItems).toBe(1);
    },
    30_000,
  );

  it.each(databases.ids)(
    'warns where the last evaluation was long ago, %p',
    async id => {
      const knex = await client(id);
      const { server, ask } = await setUp(knex);
      await measured(server);
      await knex('slo_status').update({
        evaluated_at: Math.floor(Date.now() / 1_000) - 3 * 3_600,
      });
      const { body } = await ask('cart');
      expect(body).toMatchObject({
        verdict: 'warn',
        reasons: [
          {
            code: 'no-data',
            message: expect.stringContaining('evaluated last 180 minutes ago'),
          },
        ],
      });
    },
    30_000,
  );

  it('writes down a pipeline by its subject', async () => {
    const { ask, decisions } = await setUp(await client('SQLITE_3'));
    await ask('bare').set(
      'Authorization',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('external:github-actions'),
        targetPluginId: 'slo',
      }),
    );
    const { items } = await decisions();
    expect(items[0].askedBy).toBe('external:github-actions');
  }, 30_000);

  it.each(databases.ids)(
    'speaks of no service that the caller may not see, %p',
    async id => {
      const knex = await client(id);
      const { server, ask, decisions } = await setUp(knex, {
        features: [
          mockServices.permissions.mock({
            authorizeConditional: async () => [
              {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'slo',
                resourceType: 'slo-objective',
                conditions: sloConditions.isServiceOwner({
                  claims: ['group:default/cart'],
                }),
              },
            ],
          }).factory,
        ],
      });
      await measured(server, 0);
      await GateDecisionStore.create({ client: knex }).keep({
        entityRef: 'component:default/pay',
        decidedAt: '2026-11-20T12:00:00.000Z',
        askedBy: 'external:ci',
        verdict: 'block',
        reasons: [],
      });
      const hidden = await ask('pay');
      const absent = await ask('nobody');
      const words = ({ body }: request.Response) =>
        body.error.message.replace(/component:\S+,/, 'it');
      expect([hidden.status, absent.status]).toEqual([404, 404]);
      expect(words(hidden)).toBe(words(absent));
      expect((await ask('bare')).status).toBe(404);
      expect((await ask('cart')).body.verdict).toBe('allow');
      const { items, totalItems } = await decisions();
      expect([items.length, totalItems]).toEqual([1, 1]);
      expect(items[0].entityRef).toBe('component:default/cart');
    },
    30_000,
  );

  it('keeps nothing for who may see no objective at all', async () => {
    const knex = await client('SQLITE_3');
    const { ask } = await setUp(knex, {
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const { status } = await ask('cart');
    expect(status).toBe(403);
    expect(await knex('slo_gate_decision').select()).toEqual([]);
  }, 30_000);

  it('takes no word of services where app-config says so', async () => {
    const { server, ask } = await setUp(await client('SQLITE_3'), {
      gate: { overridable: false },
    });
    await measured(server);
    expect((await ask('lenient')).body.verdict).toBe('block');
  }, 30_000);

  it.each(databases.ids)('forgets old decisions, %p', async id => {
    const { client: knex } = await databases.create(id);
    const store = GateDecisionStore.create({ client: knex });
    const keep = (decidedAt: string) =>
      store.keep({
        entityRef: 'component:default/a',
        decidedAt,
        askedBy: 'x'.repeat(300),
        verdict: 'allow',
        reasons: [],
      });
    await keep('2025-01-01T00:00:00.000Z');
    await keep('2026-01-01T00:00:00.000Z');
    expect(
      await store.forget({ before: new Date('2026-01-01T00:00:00.000Z') }),
    ).toBe(1);
    const { items } = await store.list({ scope: { kind: 'all' }, request: {} });
    expect(items).toHaveLength(1);
    expect(items[0].decidedAt).toBe('2026-01-01T00:00:00.000Z');
    expect(items[0].askedBy).toHaveLength(255);
  });

  it.each(databases.ids)(
    'keeps one row of the same decision within a minute, %p',
    async id => {
      const { client: knex } = await databases.create(id);
      const store = GateDecisionStore.create({ client: knex });
      const start = Date.UTC(2026, 10, 21, 12);
      const keep = (
        seconds: number,
        given: Partial<Omit<GateDecision, 'id'>> = {},
      ) =>
        store.keep({
          entityRef: 'component:default/a',
          decidedAt: new Date(start + seconds * 1_000).toISOString(),
          askedBy: 'external:ci',
          verdict: 'allow',
          reasons: [],
          ...given,
        });
      const first = await keep(0);
      expect(await keep(1)).toBe(first);
      expect(await keep(59)).toBe(first);
      const others = [
        await keep(2, { askedBy: 'external:other' }),
        await keep(2, { entityRef: 'component:default/b' }),
        await keep(2, { verdict: 'warn' }),
        await keep(2, {
          reasons: [{ code: 'no-data', verdict: 'allow', message: 'm' }],
        }),
        await keep(60),
      ];
      expect(new Set([first, ...others]).size).toBe(6);
      expect(await knex('slo_gate_decision').select('id')).toHaveLength(6);
    },
  );
});
