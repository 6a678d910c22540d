import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { stringify } from 'yaml';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sloConditions } from '../permissions/objectiveRules';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const DAY = 86_400;

const entities = [
  componentEntity({ name: 'cart', owner: 'group:default/shop' }),
  componentEntity({ name: 'pay', owner: 'group:default/payments' }),
  sloEntity({ name: 'cart-slo', service: 'cart' }),
  sloEntity({ name: 'pay-slo', service: 'pay' }),
];

/** The document of an entity, as an author writes it. */
function textOf(name: string, service: string, spec = {}): string {
  const { apiVersion, kind, spec: own } = sloEntity({ name, service, spec });
  return stringify({ apiVersion, kind, metadata: { name }, spec: own });
}

/** Counts what nobody measures yet. */
const unmeasured = (query: string) => ({
  indicator: {
    metadata: { name: 'new' },
    spec: {
      ratioMetric: {
        counter: true,
        bad: { metricSource: { spec: { query: `bad_${query}` } } },
        total: { metricSource: { spec: { query } } },
      },
    },
  },
});

/** One of a hundred fails, and for two hours three days ago one of two. */
const series = (at: number) => {
  const age = Date.now() / 1_000 - at;
  return { bad: age < 3 * DAY && age > 3 * DAY - 7_200 ? 5 : 0.1, total: 10 };
};

const sees =
  (owner: string) =>
  (permission: string): PolicyDecision =>
    permission === 'slo.check'
      ? { result: AuthorizeResult.ALLOW }
      : {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'slo',
          resourceType: 'slo-objective',
          conditions: sloConditions.isServiceOwner({ claims: [owner] }),
        };

async function setUp(
  knex: Knex,
  decide: (permission: string) => PolicyDecision = () => ({
    result: AuthorizeResult.ALLOW,
  }),
) {
  const source = FakeMetricsSource.create({ series });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async queries =>
      queries.map(({ permission }) => decide(permission.name)),
    authorize: async queries =>
      queries.map(({ permission }) => ({
        result: decide(permission.name).result as AuthorizeResult.ALLOW,
      })),
  });
  const { server } = await startSloBackend({
    entities,
    source,
    knex,
    features: [permissions.factory],
  });
  const post = (text: string, query = 'target=0.9&target=0.999') =>
    request(server)
      .post(`/api/slo/simulate?${query}`)
      .set('Content-Type', 'application/yaml')
      .send(text);
  /** Of the document that nobody measures: tries read week by week. */
  const trials = () =>
    source.requests.filter(({ objectives }) =>
      objectives.some(({ ref }) => ref === 'slo:default/new-slo'),
    );
  return { server, source, post, trials };
}

const client = async (id: (typeof databases.ids)[number]) =>
  (await databases.service(id)).getClient();

describe('the simulator', () => {
  it.each(databases.ids)(
    'tries a document that nobody measures, %p',
    async id => {
      const { post, trials } = await setUp(await client(id));
      const text = textOf('new-slo', 'cart', unmeasured('new_total'));
      const { status, body } = await post(text);
      expect([status, body.error]).toEqual([200, undefined]);
      expect(body).toMatchObject({
        displayName: 'Requests served',
        entityRef: 'component:default/cart',
        currentTarget: 0.99,
        objectives: ['requests-served'],
        coverage: 1,
        windowCoverage: expect.closeTo(1, 2),
        basis: { kind: 'query', source: 'prometheus', demo: true },
      });
      expect(Date.parse(body.to) - Date.parse(body.from)).toBeGreaterThan(
        29.9 * DAY * 1_000,
      );
      const [lax, own, strict] = body.targets;
      expect([lax.target, own.target, strict.target]).toEqual([
        0.9, 0.99, 0.999,
      ]);
      // half of two hours, and 1 % of thirty days
      expect(own.budget.remaining).toBeCloseTo(1 - 1.136, 2);
      expect(own.state).toBe('exhausted');
      expect(strict.budget.remaining).toBeCloseTo(1 - 11.36, 1);
      expect(own.pages).toMatchObject({ count: 1, undecided: 0 });
      expect(body.replays[0].stretches).toEqual([
        { from: body.from, to: body.to, everySeconds: 300 },
      ]);

      // newest first, and once a minute for whoever asks
      const read = trials();
      expect(read).toHaveLength(6);
      expect(read.every(({ purpose }) => purpose === 'trial')).toBe(true);
      expect(read.map(({ from, to }) => (to - from) / DAY)).toEqual([
        1, 7, 7, 7, 7, 1,
      ]);
      const { body: again } = await post(text, 'target=0.95&window=7d');
      expect(
        again.targets.map((one: { target: number }) => one.target),
      ).toEqual([0.95, 0.99]);
      expect(trials()).toHaveLength(6);
    },
  );

  it.each(databases.ids)(
    'replays what is measured, and finds nothing hidden, %p',
    async id => {
      const { server } = await setUp(
        await client(id),
        sees('group:default/shop'),
      );
      const get = (name: string, query = '') =>
        request(server).get(
          `/api/slo/objectives/default/${name}/requests-served/simulate${query}`,
        );
      await eventually(
        server,
        '/api/slo/objectives',
        ({ body }) => body.items?.[0]?.budget.total > 0,
      );
      const { status, body } = await get('cart-slo', '?target=0.9995&days=7');
      expect([status, body.basis]).toEqual([
        200,
        { kind: 'ledger', source: 'prometheus', demo: true },
      ]);
      expect(body.targets).toHaveLength(2);

      const [hidden, absent] = await Promise.all([get('pay-slo'), get('x')]);
      expect([hidden.status, absent.status]).toEqual([404, 404]);
      expect(hidden.body.error.message.replaceAll('pay-slo', 'x')).toBe(
        absent.body.error.message,
      );
    },
  );

  it.each(databases.ids)(
    'asks no source for who may not see what it would count, %p',
    async id => {
      const { server, post, source } = await setUp(
        await client(id),
        sees('group:default/shop'),
      );
      await eventually(
        server,
        '/api/slo/objectives',
        ({ body }) => body.totalItems === 1,
      );
      const refused = async (text: string) => {
        const before = source.requests.length;
        const { status, body } = await post(text);
        const asked = source.requests
          .slice(before)
          .flatMap(({ objectives }) => objectives)
          .filter(({ ref }) => ref === 'slo:default/new-slo');
        expect([status, asked]).toEqual([403, []]);
        return body.error.message as string;
      };
      const [pay, nobody] = [
        await refused(textOf('new-slo', 'pay')),
        await refused(textOf('new-slo', 'nobody')),
      ];
      expect(pay.replaceAll('pay', 'nobody')).toBe(nobody);
      expect(
        await refused(
          textOf('new-slo', 'cart', unmeasured('revenue{service="pay"}')),
        ),
      ).toContain('not all queries of the document stand in a document');

      // one's own queries, with another target
      const { status } = await post(textOf('new-slo', 'cart'));
      expect(status).toBe(200);
    },
  );

  it('tries documents only for who may check them', async () => {
    const { server, post } = await setUp(await client('SQLITE_3'), name => ({
      result:
        name === 'slo.check' ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    }));
    const { status, body } = await post(textOf('new-slo', 'cart'));
    expect([status, body.error.message]).toEqual([
      403,
      "You may not check documents: ask for the permission 'slo.check'",
    ]);
    const { status: anonymous } = await post('a').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(anonymous).toBe(401);
    await request(server)
      .get('/api/slo/objectives/default/cart-slo/requests-served/simulate')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });

  it('says what keeps a document from being tried', async () => {
    const { post, source, trials } = await setUp(await client('SQLITE_3'));
    const cases: Array<[string, RegExp]> = [
      ['{', /^No target can be tried: /],
      ['kind: Deployment', /^No target can be tried: /],
      [
        stringify({
          apiVersion: 'openslo/v1',
          kind: 'SLI',
          metadata: { name: 'a' },
          spec: {
            thresholdMetric: { metricSource: { spec: { query: 'up' } } },
          },
        }),
        /holds no SLO/,
      ],
      [
        textOf('new-slo', 'cart', {
          indicator: undefined,
          indicatorRef: 'nobody',
        }),
        /SLO new-slo, spec\.indicatorRef: /,
      ],
      [
        textOf('new-slo', 'cart').replaceAll(
          'type: Prometheus',
          'metricSourceRef: elsewhere',
        ),
        /The metrics source 'elsewhere' is not configured/,
      ],
    ];
    for (const [text, message] of cases) {
      const { status, body } = await post(text);
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
    }
    const text = textOf('new-slo', 'cart', unmeasured('new_total'));
    const { body } = await post(text, 'objective=other');
    expect(body.error.message).toBe(
      "There is no objective 'other' in the text; it has 'requests-served'",
    );
    for (const query of ['days=31', 'target=1', 'window=5', 'colour=red']) {
      expect([query, (await post(text, query)).status]).toEqual([query, 400]);
    }
    expect(trials()).toHaveLength(0);
    source.faults.set('slo:default/new-slo', [
      { path: 'spec.indicator', message: 'the server refused the query' },
    ]);
    const { status, body: faulty } = await post(text);
    expect([status, faulty.error.message]).toEqual([
      400,
      "The source 'prometheus' cannot answer for this objective: spec.indicator: the server refused the query",
    ]);
  });

  it('tells that a source is down, without its address, once a minute', async () => {
    const { post, source, trials } = await setUp(await client('SQLITE_3'));
    source.down = new Error('connect ECONNREFUSED http://10.0.0.7:9090/api');
    const text = textOf('new-slo', 'cart', unmeasured('down_total'));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { status, body } = await post(text);
      expect(status).toBe(503);
      expect(body.error.message).toMatch(
        /^The source 'prometheus' could not be asked: .*Try again later$/,
      );
      expect(body.error.message).not.toContain('10.0.0.7');
    }
    expect(trials()).toHaveLength(1);
  });

  it('says that a source has nothing of an objective', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    source.series = () => undefined;
    const { status, body } = await post(
      textOf('new-slo', 'cart', unmeasured('nothing_total')),
    );
    expect([status, body.coverage]).toEqual([200, 0]);
    expect(body.targets[0]).toMatchObject({ state: 'no-data', budget: {} });
  });
});
