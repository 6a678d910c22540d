import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Finding } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { stringify } from 'yaml';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sloConditions } from '../permissions/objectiveRules';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();

const sli = {
  apiVersion: 'openslo/v1',
  kind: 'SLI',
  metadata: { name: 'pay-requests', namespace: 'default' },
  spec: {
    ratioMetric: {
      counter: true,
      bad: { metricSource: { spec: { query: 'bad' } } },
      total: { metricSource: { spec: { query: 'total' } } },
    },
  },
};
const entities = [
  componentEntity({ name: 'cart', owner: 'group:default/shop' }),
  componentEntity({ name: 'pay', owner: 'group:default/payments' }),
  sloEntity({ name: 'cart-slo', service: 'cart' }),
  sloEntity({
    name: 'pay-slo',
    service: 'pay',
    spec: { indicator: undefined, indicatorRef: 'pay-requests' },
  }),
  sli,
];

/** The document of an entity, as an author writes it. */
function textOf(name: string, service: string, spec = {}): string {
  const { apiVersion, kind, spec: own } = sloEntity({ name, service, spec });
  return stringify({ apiVersion, kind, metadata: { name }, spec: own });
}

async function setUp(
  knex: Knex,
  decide: (permission: string) => PolicyDecision = () => ({
    result: AuthorizeResult.ALLOW,
  }),
) {
  const source = FakeMetricsSource.create();
  source.inspection = {
    queries: [
      {
        role: 'total',
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
        answers: 2,
        differingLabels: ['pod'],
        selectors: [],
      },
    ],
    unanswered: [],
  };
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
  const post = (text: string) =>
    request(server)
      .post('/api/slo/check')
      .set('Content-Type', 'application/yaml')
      .send(text);
  return { server, source, post };
}

const client = async (id: (typeof databases.ids)[number]) =>
  (await databases.service(id)).getClient();
const severities = (findings: Finding[]) =>
  findings.map(({ severity, check }) => `${severity} ${check}`);

describe('the doctor', () => {
  it.each(databases.ids)('checks a text and asks its source, %p', async id => {
    const { post, source } = await setUp(await client(id));
    const { status, body } = await post(textOf('new-slo', 'cart'));
    expect([status, body]).toEqual([
      200,
      {
        findings: [
          {
            severity: 'error',
            check: 'single-series',
            document: 'SLO new-slo',
            path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
            message:
              'answers 2 series, which differ by pod; an objective is one number',
            fix: 'Write sum(...) around it, or fix these labels by matchers',
          },
        ],
        documents: 1,
        objectives: 1,
        asked: 1,
        hasSources: true,
        checkedAt: expect.stringMatching(/Z$/),
      },
    ]);
    expect(source.inspected).toHaveLength(1);
  });

  it('takes an SLI of the catalog where the text names one', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    const named = (name: string) =>
      textOf('new-slo', 'pay', { indicator: undefined, indicatorRef: name });
    const { body } = await post(named('pay-requests'));
    expect(body.findings[0].path).toBe('spec.indicatorRef');
    expect(source.inspected[0].objective.indicator).toMatchObject({
      total: { spec: { query: 'total' } },
    });
    const { body: unknown } = await post(named('nobody'));
    expect(severities(unknown.findings)).toEqual(['error document']);
    expect(source.inspected).toHaveLength(1);
  });

  it.each(databases.ids)('checks what is in the catalog, %p', async id => {
    const { server } = await setUp(await client(id));
    await eventually(
      server,
      '/api/slo/objectives',
      ({ body }) => body.totalItems === 2,
    );
    const check = async (ref: string) =>
      (await request(server).get(`/api/slo/check?entityRef=${ref}`)).body;
    const service = await check('component:default/cart');
    expect(service).toMatchObject({ documents: 1, objectives: 1, asked: 1 });
    expect(service.findings[0].document).toBe('SLO cart-slo');
    const slo = await check('slo:default/pay-slo');
    expect(slo).toMatchObject({ documents: 1, asked: 1 });
    expect(slo.findings[0].path).toBe('spec.indicatorRef');
    expect(await check('component:default/nobody')).toMatchObject({
      findings: [],
      documents: 0,
      objectives: 0,
    });
  });

  it.each(databases.ids)(
    'asks no source about a service that the caller may not see, %p',
    async id => {
      const { server, post, source } = await setUp(
        await client(id),
        permission =>
          permission === 'slo.check'
            ? { result: AuthorizeResult.ALLOW }
            : {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'slo',
                resourceType: 'slo-objective',
                conditions: sloConditions.isServiceOwner({
                  claims: ['group:default/shop'],
                }),
              },
      );
      await eventually(
        server,
        '/api/slo/objectives',
        ({ body }) => body.totalItems === 1,
      );
      const { body } = await post(textOf('new-slo', 'pay'));
      expect(body).toMatchObject({ objectives: 1, asked: 0 });
      expect(severities(body.findings)).toEqual(['info source']);
      expect(body.findings[0].message).toContain('you may not see');
      const { body: unknown } = await post(textOf('new-slo', 'nobody'));
      expect(unknown.asked).toBe(0);
      const { body: others } = await request(server).get(
        '/api/slo/check?entityRef=component:default/pay',
      );
      expect(others).toMatchObject({ documents: 0, findings: [] });
      expect(source.inspected).toHaveLength(0);

      const { body: own } = await post(textOf('new-slo', 'cart'));
      expect(own.asked).toBe(1);

      // a document that says it is about one's own, and counts another's
      for (const query of ['revenue{service="pay"}', 'bad_total{a=~"a.*"}']) {
        const { indicator } = sloEntity({ name: 'a', service: 'cart' })
          .spec as { indicator: { spec: { ratioMetric: object } } };
        const { body: foreign } = await post(
          textOf('new-slo', 'cart', {
            indicator: {
              ...indicator,
              spec: {
                ratioMetric: {
                  ...indicator.spec.ratioMetric,
                  total: { metricSource: { spec: { query } } },
                },
              },
            },
          }),
        );
        expect(foreign).toMatchObject({ objectives: 1, asked: 0 });
        expect(severities(foreign.findings)).toEqual(['info source']);
        expect(foreign.findings[0].message).toContain(
          'not all of its queries stand in a document of component:default/cart',
        );
      }
      expect(source.inspected).toHaveLength(1);
    },
  );

  it('checks documents only for who may', async () => {
    const { server, post } = await setUp(await client('SQLITE_3'), name => ({
      result:
        name === 'slo.check' ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    }));
    const { status, body } = await post(textOf('a', 'cart'));
    expect([status, body.error.message]).toEqual([
      403,
      "You may not check documents: ask for the permission 'slo.check'",
    ]);
    await request(server)
      .get('/api/slo/check?entityRef=component:default/cart')
      .expect(200);
    const { status: anonymous } = await post('a').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(anonymous).toBe(401);
  });

  it('asks about twenty objectives at most, and names the others', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    const text = Array.from({ length: 23 }, (_, index) =>
      textOf(`slo-${index}`, `cart`, {
        timeWindow: [{ duration: `${index + 7}d`, isRolling: true }],
      }),
    ).join('---\n');
    const { body } = await post(text);
    expect(body).toMatchObject({ objectives: 23, asked: 20 });
    expect(source.inspected).toHaveLength(20);
    const left = body.findings.filter(({ message }: Finding) =>
      message.includes('20 objectives at most'),
    );
    expect(left.map(({ document }: Finding) => document)).toEqual([
      'SLO slo-20',
      'SLO slo-21',
      'SLO slo-22',
    ]);
  });

  it('tells the first 500 findings of a text that has thousands', async () => {
    const { post } = await setUp(await client('SQLITE_3'));
    const objectives = Array.from({ length: 50 }, (_, index) => ({
      displayName: `o${index}`,
      target: 0.5,
    }));
    const { body } = await post(
      Array.from({ length: 12 }, (_, number) => number)
        .map(number => textOf(`slo-${number}`, 'nobody', { objectives }))
        .join('---\n'),
    );
    expect(body.findings).toHaveLength(501);
    expect(body.findings[500].message).toBe(
      `has at least ${
        12 * 50 + 1 + 12 - 500
      } more findings, which are left out`,
    );
  });

  it('is not impressed by hostile documents', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    const aliases = `a: &a [x, x]\n${'b: [*a, *a]\n'.repeat(3)}`;
    for (const text of [
      '{',
      aliases,
      '['.repeat(50_000),
      '__proto__: { kind: SLO }',
      `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: "${'x'.repeat(
        9_000,
      )}" }\nspec: !!js/function "x"`,
      textOf('a', 'http://169.254.169.254/latest'),
      textOf('a', 'cart', {
        indicator: {
          metadata: { name: 'a' },
          spec: {
            thresholdMetric: {
              metricSource: {
                metricSourceRef: 'prometheus',
                connectionDetails: { url: 'http://169.254.169.254' },
                spec: { query: 'up' },
              },
            },
          },
        },
      }),
    ]) {
      const { status, body } = await post(text);
      expect([text.slice(0, 20), status]).toEqual([text.slice(0, 20), 200]);
      expect(body.findings.length).toBeGreaterThan(0);
      expect(body.findings[0].severity).toBe('error');
    }
    expect(source.inspected).toHaveLength(0);
    for (const send of [
      post('x'.repeat(262_145)),
      post(''),
      post('a: "\u0000"'),
      post('a').set('Content-Type', 'application/json'),
      post('a').set('Content-Type', 'image/png'),
    ]) {
      const { status } = await send;
      expect([400, 413, 415]).toContain(status);
    }
  });

  it('says what could not be looked into when the source is down', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    source.down = new Error('connect ECONNREFUSED 10.1.2.3:9090');
    const { body } = await post(textOf('a', 'cart'));
    expect(body.asked).toBe(0);
    expect(severities(body.findings)).toEqual(['info source']);
    expect(body.findings[0].message).toContain('could not be asked');
    expect(JSON.stringify(body)).not.toContain('10.1.2.3');
  });

  it('asks no further for who has left', async () => {
    const { post, source } = await setUp(await client('SQLITE_3'));
    let signal: AbortSignal | undefined;
    const asked = new Promise<void>(resolve => {
      source.inspect = asking => {
        signal = asking.signal;
        resolve();
        return new Promise(() => {});
      };
    });
    const pending = post(textOf('a', 'cart'));
    pending.end(() => {});
    await asked;
    expect(signal?.aborted).toBe(false);
    const ended = new Promise(resolve => {
      signal?.addEventListener('abort', resolve);
    });
    pending.abort();
    await ended;
    expect(signal?.aborted).toBe(true);
  });
});
