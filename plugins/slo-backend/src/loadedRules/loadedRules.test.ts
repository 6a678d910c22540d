import type { LoadedRules } from '@plimsoll/plugin-slo-common';
import type { LoadedRule, LoadedRulesRequest } from '@plimsoll/plugin-slo-node';
import request from 'supertest';
import { parse } from 'yaml';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const PATH = '/api/slo/loaded-rules?entityRef=component:default/cart';
const EVALUATED = Date.parse('2026-11-22T10:00:00Z') / 1_000;

const cart = componentEntity({ name: 'cart' });
const entities = [
  {
    ...cart,
    metadata: {
      ...cart.metadata,
      annotations: { 'plimsoll.dev/service': 'cart' },
    },
  },
  sloEntity({ name: 'cart-slo', service: 'cart' }),
];

const own: LoadedRule = {
  name: 'ServiceDown',
  kind: 'alerting',
  group: 'cart-critical',
  labels: { service: 'cart', severity: 'critical' },
  annotations: { runbook_url: 'https://runbooks.example/cart#servicedown' },
  health: 'ok',
  evaluatedAt: EVALUATED,
};

interface RuleFile {
  groups: Array<{
    name: string;
    rules: Array<{
      record?: string;
      alert?: string;
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    }>;
  }>;
}

async function setUp(
  id: (typeof databases.ids)[number],
  source: FakeMetricsSource,
) {
  const { server } = await startSloBackend({
    entities,
    source,
    knex: await (await databases.service(id)).getClient(),
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) => body.totalItems === 1,
  );
  const made = await request(server).get('/api/slo/rules?format=prometheus');
  const file: RuleFile = parse(made.text);
  const needed = file.groups.flatMap(({ name, rules }) =>
    rules.map(
      (rule): LoadedRule => ({
        name: rule.alert ?? rule.record ?? '',
        kind: rule.alert ? 'alerting' : 'recording',
        group: name,
        labels: { ...rule.labels, prometheus: 'shop' },
        annotations: rule.annotations ?? {},
        health: 'ok',
        evaluatedAt: EVALUATED,
      }),
    ),
  );
  const read = async (): Promise<LoadedRules> =>
    (await request(server).get(PATH).expect(200)).body;
  return { server, needed, read };
}

describe('loaded rules', () => {
  it.each(databases.ids)(
    'stand beside what the objectives need, %p',
    async id => {
      const source = FakeMetricsSource.create();
      const asked: LoadedRulesRequest[] = [];
      let answer: LoadedRule[] = [];
      source.loadedRules = async ({ signal, ...one }) => {
        asked.push(one);
        return answer;
      };
      const { needed, read } = await setUp(id, source);
      expect(needed.length).toBeGreaterThan(9);
      const failing = { health: 'err' as const, error: 'many-to-many' };
      const [missing, broken, ...others] = needed;
      answer = [
        ...others,
        { ...broken, ...failing },
        own,
        { ...own, labels: { service: 'pay' } },
      ];

      const body = await read();
      expect(body).toMatchObject({
        entityRef: 'component:default/cart',
        expected: needed.length,
        sources: [{ name: 'prometheus', state: 'answered' }],
      });
      const { prometheus, ...labels } = missing.labels;
      expect(body.rules.filter(({ loaded }) => !loaded)).toEqual([
        {
          source: 'prometheus',
          name: missing.name,
          kind: missing.kind,
          labels,
          expected: true,
          loaded: false,
          health: 'unknown',
        },
      ]);
      expect(body.rules.filter(({ health }) => health === 'err')).toEqual([
        expect.objectContaining({ name: broken.name, error: 'many-to-many' }),
      ]);
      expect(body.rules.filter(({ expected }) => !expected)).toEqual([
        {
          source: 'prometheus',
          name: 'ServiceDown',
          kind: 'alerting',
          group: 'cart-critical',
          labels: own.labels,
          runbookUrl: own.annotations.runbook_url,
          expected: false,
          loaded: true,
          health: 'ok',
          evaluatedAt: '2026-11-22T10:00:00.000Z',
        },
      ]);
      expect(asked[0].labels).toEqual([
        { service: 'component:default/cart' },
        { service: 'cart' },
      ]);
      expect(asked[0].names).toEqual([
        ...new Set(needed.map(({ name }) => name)),
      ]);
    },
  );

  it('does not take a rule of another document for its own', async () => {
    const source = FakeMetricsSource.create();
    let answer: LoadedRule[] = [];
    source.loadedRules = async () => answer;
    const { needed, read } = await setUp(databases.ids[0], source);
    answer = needed.map(rule =>
      rule.labels.slo
        ? { ...rule, labels: { ...rule.labels, slo: 'slo:default/pay-slo' } }
        : rule,
    );
    const { rules } = await read();
    const missing = rules.filter(({ loaded }) => !loaded);
    expect(missing).toHaveLength(needed.filter(r => r.labels.slo).length);
  });

  it('says nothing of rules whose source does not answer', async () => {
    const source = FakeMetricsSource.create();
    const { read } = await setUp(databases.ids[0], source);
    expect(await read()).toMatchObject({
      sources: [{ name: 'prometheus', state: 'not-offered' }],
      rules: [],
    });
    source.loadedRules = async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7:9090');
    };
    const down = await read();
    expect(down).toMatchObject({
      sources: [{ name: 'prometheus', state: 'failed' }],
      rules: [],
    });
    expect(down.sources[0].reason).not.toMatch(/10\.0\.0\.7/);
  });

  it('has no sources where there are no objectives, and needs a ref', async () => {
    const { server } = await setUp(
      databases.ids[0],
      FakeMetricsSource.create(),
    );
    await request(server)
      .get('/api/slo/loaded-rules?entityRef=component:default/nobody')
      .expect(200)
      .expect(({ body }) => expect(body.sources).toEqual([]));
    await request(server).get('/api/slo/loaded-rules').expect(400);
    await request(server)
      .get('/api/slo/loaded-rules?entityRef=cart')
      .expect(400);
  });
});
