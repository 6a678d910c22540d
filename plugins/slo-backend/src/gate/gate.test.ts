import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { type GateDecision, stateRank } from '@plimsoll/plugin-slo-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { stopEvaluating } from '../__testUtils__/stopEvaluating';
import { statusPayload } from '../__testUtils__/statusPayload';
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

/** What an evaluation at that instant knows: only `cart` has budget left. */
function evaluated(ref: string, at: number) {
  const payload = statusPayload(
    ref.endsWith('/cart-slo')
      ? { consumed: 0.05 }
      : { consumed: 5, state: 'exhausted' },
    at,
  );
  return {
    state: payload.state,
    state_rank: stateRank(payload.state),
    remaining: payload.budget.remaining,
    payload: JSON.stringify(payload),
    evaluated_at: at,
    data_up_to: at,
  };
}

/**
 * A portal that knows the objectives. The gate reads what an evaluation wrote,
 * so it is written here, and nobody waits for the minute to evaluate.
 */
async function setUp(
  knex: Knex,
  options: {
    features?: Parameters<typeof startSloBackend>[0]['features'];
    gate?: JsonObject;
    isKnown?: (response: request.Response) => boolean;
  } = {},
) {
  const {
    features = [],
    gate = {},
    isKnown = ({ body }) => body.totalItems > 0,
  } = options;
  const { server } = await startSloBackend({
    entities,
    source: FakeMetricsSource.create(),
    knex,
    features: [
      mockServices.rootConfig.factory({ data: { slo: { gate } } }),
      ...features,
    ],
  });
  await eventually(server, '/api/slo/objectives', isKnown);
  const now = Math.floor(Date.now() / 1_000);
  await stopEvaluating(knex);
  for (const { id, ref, content_hash: contentHash } of await knex(
    'slo_objective',
  )) {
    await knex('slo_status')
      .where({ objective_id: id })
      .update({ ...evaluated(ref, now), content_hash: contentHash });
  }
  const ask = (name: string) =>
    request(server).get(`/api/slo/gate?entityRef=component:default/${name}`);
  const decisions = async (query = '') =>
    (await request(server).get(`/api/slo/gate/decisions?${query}`)).body;
  return { ask, decisions };
}

const client = async (id: (typeof databases.ids)[number]) =>
  (await databases.service(id)).getClient();

describe('the gate', () => {
  it.each(databases.ids)(
    'decides by budgets, and keeps who asked, %p',
    async id => {
      const { ask, decisions } = await setUp(await client(id));
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
  );

  it.each(databases.ids)(
    'warns where the last evaluation was long ago, %p',
    async id => {
      const knex = await client(id);
      const { ask } = await setUp(knex);
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
  });

  it.each(databases.ids)(
    'speaks of no service that the caller may not see, %p',
    async id => {
      const knex = await client(id);
      const { ask, decisions } = await setUp(knex, {
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
  );

  it('keeps nothing for who may see no objective at all', async () => {
    const knex = await client('SQLITE_3');
    const { ask } = await setUp(knex, {
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
      isKnown: ({ status }) => status === 403,
    });
    const { status } = await ask('cart');
    expect(status).toBe(403);
    expect(await knex('slo_gate_decision').select()).toEqual([]);
  });

  it('takes no word of services where app-config says so', async () => {
    const { ask } = await setUp(await client('SQLITE_3'), {
      gate: { overridable: false },
    });
    expect((await ask('lenient')).body.verdict).toBe('block');
  });

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
