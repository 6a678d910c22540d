import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { parse, stringify } from 'yaml';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { stopEvaluating } from '../__testUtils__/stopEvaluating';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sloConditions } from '../permissions/objectiveRules';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const RUNBOOK = 'plimsoll.dev/runbook-url';

const policy = {
  apiVersion: 'openslo/v1',
  kind: 'AlertPolicy',
  metadata: { name: 'fast', namespace: 'default' },
  spec: {
    alertWhenBreaching: true,
    conditions: [
      {
        kind: 'AlertCondition',
        metadata: { name: 'fast-1h' },
        spec: {
          severity: 'critical',
          condition: {
            kind: 'burnrate',
            op: 'gte',
            threshold: 10,
            lookbackWindow: '1h',
          },
        },
      },
    ],
    notificationTargets: [{ targetRef: 'on-call' }],
  },
};

const cart = componentEntity({ name: 'cart', owner: 'group:default/shop' });
const entities = [
  {
    ...cart,
    metadata: {
      ...cart.metadata,
      annotations: { [RUNBOOK]: 'https://runbooks.example/cart' },
    },
  },
  componentEntity({ name: 'pay', owner: 'group:default/payments' }),
  sloEntity({ name: 'cart-slo', service: 'cart' }),
  sloEntity({
    name: 'pay-slo',
    service: 'pay',
    spec: { alertPolicies: [{ alertPolicyRef: 'fast' }] },
    annotations: { [RUNBOOK]: 'https://runbooks.example/pay' },
  }),
  sloEntity({
    name: 'lost-slo',
    service: 'pay',
    spec: { indicator: undefined, indicatorRef: 'nowhere' },
  }),
  policy,
];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

async function setUp(options: { knex?: Knex; decision?: PolicyDecision } = {}) {
  const { knex, decision = ALLOW } = options;
  let current = ALLOW;
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async queries => queries.map(() => current),
    authorize: async queries =>
      queries.map(() => ({
        result: AuthorizeResult.ALLOW as AuthorizeResult.ALLOW,
      })),
  });
  const { server } = await startSloBackend({
    entities,
    source: FakeMetricsSource.create(),
    knex,
    features: [
      permissions.factory,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example' } },
      }),
    ],
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) => body.totalItems === 3,
  );
  current = decision;
  return server;
}

/** A document as an author writes it. */
function textOf(name: string, spec = {}): string {
  const {
    apiVersion,
    kind,
    spec: own,
  } = sloEntity({
    name,
    service: 'cart',
    spec,
  });
  return stringify({ apiVersion, kind, metadata: { name }, spec: own });
}

interface RuleFile {
  groups: Array<{
    name: string;
    rules: Array<{
      record?: string;
      alert?: string;
      expr: string;
      labels: Record<string, string>;
      annotations: Record<string, string>;
    }>;
  }>;
}

const namesOf = (text: string) =>
  (parse(text) as RuleFile).groups.map(({ name }) => name);

describe('GET /rules', () => {
  it.each(databases.ids)(
    'has the objectives of the catalog, with owner, runbook and link, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const server = await setUp({ knex });
      const { status, headers, text } = await request(server).get(
        '/api/slo/rules',
      );
      expect([status, headers['content-type']]).toEqual([
        200,
        'application/yaml; charset=utf-8',
      ]);
      expect(namesOf(text)).toEqual([
        'slo:default/cart-slo#requests-served series',
        'slo:default/pay-slo#requests-served series',
        'plimsoll-slo-burn-rates',
        'slo:default/cart-slo#requests-served alerts',
        'slo:default/pay-slo#requests-served alerts',
      ]);
      const [cartAlerts, payAlerts] = (parse(text) as RuleFile).groups.slice(3);
      expect(cartAlerts.rules[0]).toMatchObject({
        alert: 'SLOFastBurn',
        labels: { severity: 'page', owner: 'group:default/shop' },
        annotations: {
          owner: 'group:default/shop',
          runbook_url: 'https://runbooks.example/cart',
          objective_url:
            'https://portal.example/catalog/default/component/cart/slos?objective=slo%3Adefault%2Fcart-slo%23requests-served',
        },
      });
      expect(payAlerts.rules.map(({ alert }) => alert)).toEqual([
        'SLOFastBurn',
        'SLOSlowBurn',
        'SLOPolicyBurn',
      ]);
      expect(payAlerts.rules[2]).toMatchObject({
        labels: { severity: 'critical', policy: 'fast' },
        annotations: { runbook_url: 'https://runbooks.example/pay' },
      });
      expect(text).toMatch(
        /^# slo:default\/lost-slo#requests-served: spec.indicatorRef: names the SLI 'nowhere'/m,
      );
    },
  );

  it.each(databases.ids)(
    'leaves out what the source refused to measure, and says why, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const server = await setUp({ knex });
      const rowsOf = (name: string) =>
        knex('slo_objective').where({ ref: `slo:default/${name}` });
      await stopEvaluating(knex);
      const write = async (name: string, contentHash?: string) => {
        const { id: objectiveId, content_hash: own } = await rowsOf(
          name,
        ).first();
        await knex('slo_status')
          .where({ objective_id: objectiveId })
          .update({
            state: 'no-data',
            content_hash: contentHash ?? own,
            payload: JSON.stringify({
              faults: [
                {
                  path: 'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
                  message: 'was refused: many-to-many matching not allowed',
                },
              ],
            }),
          });
      };
      await write('cart-slo');
      await write('pay-slo', 'of an earlier document');

      const { text } = await request(server).get(
        '/api/slo/rules?part=objectives',
      );

      expect(namesOf(text)).toEqual([
        'slo:default/pay-slo#requests-served series',
        'slo:default/pay-slo#requests-served alerts',
      ]);
      expect(text).toMatch(
        /^# slo:default\/cart-slo#requests-served: spec\.indicator\.spec\.ratioMetric\.bad\.metricSource\.spec\.query: was refused: many-to-many/m,
      );
    },
  );

  it('narrows to one service, one part, and wraps for the operator', async () => {
    const server = await setUp();
    const ask = async (query: string) =>
      (await request(server).get(`/api/slo/rules?${query}`)).text;
    expect(
      namesOf(await ask('entityRef=component:default/cart&part=objectives')),
    ).toEqual([
      'slo:default/cart-slo#requests-served series',
      'slo:default/cart-slo#requests-served alerts',
    ]);
    const resource = parse(await ask('part=fleet&format=prometheusrule'));
    expect(resource).toMatchObject({
      kind: 'PrometheusRule',
      spec: { groups: [{ name: 'plimsoll-slo-burn-rates' }] },
    });
    const refused = await request(server).get('/api/slo/rules?part=half');
    expect(refused.status).toBe(400);
  });

  it('holds nothing that the reader may not see, comments included', async () => {
    const server = await setUp({
      decision: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'slo',
        resourceType: 'slo-objective',
        conditions: sloConditions.isServiceOwner({
          claims: ['group:default/shop'],
        }),
      },
    });
    const { status, text } = await request(server).get('/api/slo/rules');
    expect(status).toBe(200);
    expect(text).toContain('cart-slo');
    expect(text).not.toContain('pay');
    expect(text).not.toContain('lost-slo');
  });

  it('is refused to who may see no objective', async () => {
    const server = await setUp({ decision: { result: AuthorizeResult.DENY } });
    const { status } = await request(server).get('/api/slo/rules');
    expect(status).toBe(403);
  });
});

describe('POST /rules', () => {
  let server: Awaited<ReturnType<typeof setUp>>;
  const post = (text: string, query = '') =>
    request(server)
      .post(`/api/slo/rules${query}`)
      .set('Content-Type', 'application/yaml')
      .send(text);

  beforeAll(async () => {
    server = await setUp({ decision: { result: AuthorizeResult.DENY } });
  });

  it('makes rules of a text for anybody who is signed in', async () => {
    const component = stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart' },
      spec: { owner: 'shop' },
    });
    const { status, text } = await post(
      `${textOf('new-slo')}---\n${component}`,
      '?part=objectives',
    );
    expect(status).toBe(200);
    expect(namesOf(text)).toEqual([
      'slo:default/new-slo#requests-served series',
      'slo:default/new-slo#requests-served alerts',
    ]);
    expect(text).toContain("owner: 'group:default/shop'");
  });

  it('refuses who is not signed in', async () => {
    const { status } = await post(textOf('new-slo')).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });

  it.each([
    ['no: [yaml', 'line 1'],
    [
      textOf('a', { objectives: [{ target: 99 }] }),
      'spec.objectives[0].target',
    ],
    [
      textOf('a', { indicator: undefined, indicatorRef: 'nowhere' }),
      "spec.indicatorRef names the SLI 'nowhere'",
    ],
    [
      textOf('a').replace('bad_total{', 'irate(bad_total[5m]) + bad_total{'),
      'ratioMetric.bad.metricSource.spec.query',
    ],
  ])('tells the place of what has to be mended: %#', async (text, place) => {
    const { status, body } = await post(text);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining(place),
    ]);
  });

  it('reads no more than five hundred objectives', async () => {
    const objectives = Array.from({ length: 50 }, (_, index) => ({
      displayName: `Served ${index}`,
      target: 0.99,
    }));
    const texts = Array.from({ length: 11 }, (_, index) =>
      textOf(`slo-${index}`, { objectives }),
    );
    const [most, more] = await Promise.all([
      post(texts.slice(0, 10).join('---\n')),
      post(texts.join('---\n')),
    ]);
    expect([most.status, more.status]).toEqual([200, 400]);
    expect(more.body.error.message).toContain(
      'has 550 objectives; at most 500',
    );
  });

  it.each(['sum(x{code=~"5["})', 'scalar(sum(up))', 'sum(rate(x))'])(
    'refuses %s, which Prometheus would refuse with the whole file',
    async query => {
      const { status, body } = await post(
        textOf('a', {
          objectives: [{ target: 0.99, op: 'lte', value: 1 }],
          indicator: {
            metadata: { name: 'i' },
            spec: { thresholdMetric: { metricSource: { spec: { query } } } },
          },
        }),
      );
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining('thresholdMetric.metricSource.spec.query'),
      ]);
    },
  );

  it('reads no more than a quarter of a megabyte', async () => {
    const long = await post(`${textOf('a')}# ${'x'.repeat(300_000)}\n`);
    const huge = await post('x'.repeat(2_000_000));
    expect([long.status, huge.status]).toEqual([400, 400]);
  });
});

describe('rules for a Prometheus of app-config', () => {
  it('carry its enforced matchers, and count samples at its interval', async () => {
    const { server } = await startSloBackend({
      entities: [],
      features: [
        mockServices.rootConfig.factory({
          data: {
            slo: {
              sources: {
                prometheus: {
                  type: 'prometheus',
                  baseUrl: 'http://prometheus.example',
                  scrapeInterval: '15s',
                  enforcedMatchers: { tenant: 'shop' },
                },
              },
            },
          },
        }),
      ],
    });
    const spec = {
      indicator: {
        metadata: { name: 'i' },
        spec: {
          ratioMetric: {
            counter: false,
            bad: { metricSource: { spec: { query: 'failed' } } },
            total: { metricSource: { spec: { query: 'tried' } } },
          },
        },
      },
    };
    const { text } = await request(server)
      .post('/api/slo/rules?part=objectives')
      .set('Content-Type', 'text/yaml')
      .send(textOf('new-slo', spec));
    expect(text).toContain(
      'sum(sum_over_time((tried{tenant="shop"})[299999ms:15s]) / 300)',
    );
    const other = await request(server)
      .post('/api/slo/rules')
      .set('Content-Type', 'text/yaml')
      .send(textOf('new-slo', spec).replace('tried', 'tried{tenant="x"}'));
    expect(other.status).toBe(400);
    const typo = await request(server)
      .post('/api/slo/rules')
      .set('Content-Type', 'text/yaml')
      .send(
        textOf('new-slo', spec).replaceAll(
          'metricSource:',
          'metricSource:\n            metricSourceRef: typo',
        ),
      );
    expect([typo.status, typo.body.error.message]).toEqual([
      400,
      expect.stringMatching(
        /metricSource\.metricSourceRef names 'typo', which is no Prometheus/,
      ),
    ]);
  });
});

describe('rules for several Prometheus', () => {
  it('stand together with a notice, or are those of one', async () => {
    const at = (name: string) => ({
      type: 'prometheus',
      baseUrl: `http://${name}.example`,
    });
    const inUs = sloEntity({ name: 'us-slo', service: 'pay' });
    const { server } = await startSloBackend({
      entities: [
        ...entities.filter(({ metadata }) => metadata.name !== 'pay-slo'),
        JSON.parse(
          JSON.stringify(inUs).replaceAll(
            '"metricSource":{',
            '"metricSource":{"metricSourceRef":"us",',
          ),
        ),
      ],
      features: [
        mockServices.rootConfig.factory({
          data: {
            slo: { sources: { prometheus: at('eu'), us: at('us') } },
          },
        }),
      ],
    });
    await eventually(
      server,
      '/api/slo/objectives',
      ({ body }) => body.totalItems === 3,
    );
    const ask = (query: string) =>
      request(server).get(`/api/slo/rules?part=objectives${query}`);
    const { text: both } = await ask('');
    expect(both).toMatch(
      /^# all rules: .*several metrics sources \(prometheus, us\)/m,
    );
    expect(namesOf(both)).toHaveLength(4);
    const { text: us } = await ask('&source=us');
    expect(namesOf(us)).toEqual([
      'slo:default/us-slo#requests-served series',
      'slo:default/us-slo#requests-served alerts',
    ]);
    expect(us).not.toMatch(/lost-slo|several/);
    const posted = await request(server)
      .post('/api/slo/rules?source=us')
      .set('Content-Type', 'text/yaml')
      .send(textOf('eu-slo'));
    expect([posted.status, namesOf(posted.text)]).toEqual([
      200,
      ['plimsoll-slo-burn-rates'],
    ]);
    const { status, body } = await ask('&source=typo');
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('write one of prometheus, us'),
    ]);
  });
});

describe('a text that takes long to read', () => {
  const texts = [
    Array.from({ length: 12_000 }, (_, key) => `key${key}: value`).join('\n'),
    Array.from({ length: 60 }, () =>
      Array.from({ length: 350 }, (_, key) => `k${key}: *a`).join('\n'),
    ).join('\n---\n'),
    Array.from({ length: 8 }, () => `[${'1,'.repeat(15_000)}1]`).join(
      '\n---\n',
    ),
  ];

  it.each(['rules', 'check'])(
    'does not keep others of the portal waiting, POST /%s',
    async path => {
      const { server } = await startSloBackend({ entities: [] });
      // processor time, which other programs do not lengthen: of this thread
      // where Node can tell, Node 22 cannot
      const workMs = () => {
        const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
        return (user + system) / 1_000;
      };
      const before = workMs();
      let longest = 0;
      let last = before;
      const pulse = setInterval(() => {
        longest = Math.max(longest, workMs() - last);
        last = workMs();
      }, 5);
      for (const text of texts) {
        const { status } = await request(server)
          .post(`/api/slo/${path}`)
          .set('Content-Type', 'application/yaml')
          .send(text);
        expect([200, 400]).toContain(status);
      }
      clearInterval(pulse);
      // a tenth of the work here; read in one piece it is nearly all of it
      expect(longest).toBeLessThan((workMs() - before) / 3);
    },
  );
});
