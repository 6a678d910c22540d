import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { exampleDocument } from '@plimsoll/plugin-slo-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Router } from 'express';
import express from 'express';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { objectiveRules } from './permissions/objectiveRules';
import { Doctor } from './doctor/Doctor';
import { Corrections } from './corrections/Corrections';
import { Gate } from './gate/Gate';
import { readGateConfig } from './gate/readGateConfig';
import { createRouter } from './router';
import { readOpenApi } from '@plimsoll/plugin-database';
import { catalogObjective } from './service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  type ServiceWorld,
} from './service/__testUtils__/serviceWorld';
import { LoadedRuleBook } from './loadedRules/LoadedRuleBook';
import { RuleBook } from './rules/RuleBook';
import { SloService } from './service/SloService';
import { Simulator } from './simulate/Simulator';
import { SourceTurns } from './sources/SourceTurns';

const document = () =>
  readOpenApi({ packageName: '@plimsoll/plugin-slo-backend' });

const databases = createTestDatabases();

const authored = {
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: { name: 'a' },
  spec: { objectives: [{ displayName: 'Requests served' }] },
};
const objectives = [
  catalogObjective(
    { ref: 'slo:default/a', displayName: 'Served' },
    { document: authored },
  ),
  catalogObjective(
    {
      ref: 'slo:default/month',
      displayName: 'In a month',
      window: {
        kind: 'calendar',
        duration: { value: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Europe/Warsaw',
      },
    },
    { document: authored },
  ),
  catalogObjective(
    {
      ref: 'slo:default/broken',
      displayName: 'Broken',
      source: 'nowhere',
      entityRef: 'component:default/ghost',
    },
    {
      indicatorKind: undefined,
      location: undefined,
      faults: [{ path: 'spec.indicatorRef', message: 'names no SLI' }],
    },
  ),
];

async function routerOf(world: ServiceWorld): Promise<Router> {
  const permissionsRegistry = mockServices.permissionsRegistry.mock({
    getPermissionRuleset: () =>
      ({
        getRuleByName: () => objectiveRules.isForEntity,
      } as never),
  });
  const turns = SourceTurns.create();
  const ruleBook = RuleBook.create({
    config: mockServices.rootConfig(),
    context: world.context,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [] }),
    permissions: mockServices.permissions(),
    permissionsRegistry,
  });
  return createRouter({
    httpAuth: mockServices.httpAuth(),
    userInfo: mockServices.userInfo(),
    slo: SloService.create({
      context: world.context,
      permissions: mockServices.permissions(),
      permissionsRegistry,
    }),
    doctor: Doctor.create({
      context: world.context,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      permissions: mockServices.permissions(),
      permissionsRegistry,
      turns,
    }),
    simulator: Simulator.create({
      context: world.context,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      permissions: mockServices.permissions(),
      permissionsRegistry,
      turns,
    }),
    ruleBook,
    loadedRules: LoadedRuleBook.create({
      context: world.context,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      ruleBook,
      turns,
    }),
    gate: Gate.create({
      context: world.context,
      gateConfig: readGateConfig(mockServices.rootConfig()),
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      logger: mockServices.logger.mock(),
      permissions: mockServices.permissions(),
      permissionsRegistry,
    }),
    corrections: Corrections.create({
      database: world.database,
      context: world.context,
      auth: mockServices.auth(),
      auditor: mockServices.auditor.mock(),
      permissions: mockServices.permissions(),
      permissionsRegistry,
    }),
    validateResponses: true,
  });
}

async function setUp() {
  const world = await createServiceWorld({
    databases,
    id: 'SQLITE_3',
    objectives,
    services: [
      {
        entityRef: 'component:default/checkout',
        kind: 'component',
        owners: ['group:default/shop'],
        system: 'system:default/shop',
      },
    ],
  });
  const app = express()
    .use(await routerOf(world))
    .use(mockErrorHandler());
  return { world, app };
}

/** Refusals leave no trace, so that one application serves all of them. */
let refusing: Promise<express.Express>;

const KEY = '/objectives/default/a/requests-served';
const RANGE = 'from=2026-11-18T00:00:00Z&to=2026-11-20T00:00:00%2B01:00';
/** Every operation, with and without what is optional. */
const PATHS = [
  '/objectives',
  '/objectives?entityRef=component%3Adefault%2Fcheckout&owner=group:default/shop&system=system:default/shop&within=group:default/shop&state=ok&state=no-data&kind=ratio&q=served&sort=-burn&limit=1',
  '/objectives?state=burning&limit=100',
  KEY,
  '/objectives/default/month/requests-served',
  '/objectives/default/broken/requests-served',
  `${KEY}/explain`,
  '/objectives/default/month/requests-served/explain',
  '/objectives/default/broken/requests-served/explain',
  `${KEY}/history?${RANGE}`,
  `${KEY}/history?${RANGE}&step=900&view=calendar`,
  `/objectives/default/month/requests-served/history?${RANGE}`,
  `/objectives/default/broken/requests-served/history?${RANGE}`,
  `/volume?entityRef=component:default/checkout&${RANGE}`,
  `/volume?entityRef=component:default/nobody&timeZone=Asia/Kathmandu&${RANGE}`,
  '/summary',
  '/summary?since=2026-11-20T12:00:00.000Z&limit=1',
  '/rollup?entityRef=system:default/shop',
  '/rollup?entityRef=component:default/checkout&limit=1&each=service',
  '/rollup?entityRef=domain:default/nothing',
  '/rollup/mine',
  '/check?entityRef=component:default/checkout',
  '/loaded-rules?entityRef=component:default/checkout',
  '/check?entityRef=slo:default/nobody',
  '/rules',
  `${KEY}/simulate`,
  `${KEY}/simulate?target=0.9&target=0.9999&window=7d&days=90`,
  '/objectives/default/month/requests-served/simulate?target=0',
  '/objectives/default/broken/requests-served/simulate',
  '/rules?part=objectives&format=prometheusrule&entityRef=slo:default/a',
  '/gate?entityRef=component:default/checkout',
  '/gate?entityRef=component:default/ghost',
  '/gate/decisions',
  '/corrections',
  '/corrections?ref=slo:default/a&objective=requests-served&limit=1',
  '/gate/decisions?entityRef=component:default/checkout&limit=1',
];

describe('router and document', () => {
  beforeAll(() => {
    refusing = setUp().then(({ app }) => app);
  });

  it('have the same operations', async () => {
    const { world } = await setUp();
    const router = await routerOf(world);
    const served = router.stack.flatMap(layer =>
      layer.route && layer.route.path !== '/openapi.json'
        ? Object.keys(
            (layer.route as unknown as { methods: Record<string, boolean> })
              .methods,
          ).map(method => `${method} ${layer.route?.path}`)
        : [],
    );
    const described = Object.entries(document().paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations as object).map(
          method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        ),
    );

    expect(served.length).toBeGreaterThan(0);
    expect([...served].sort()).toEqual([...described].sort());
  });

  it('are handed out together', async () => {
    const { app } = await setUp();
    const { body } = await request(app).get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body).toEqual(document());
    const mounted = express().use('/api/slo', app);
    const { body: whole } = await request(mounted).get('/api/slo/openapi.json');
    expect(Object.keys(whole.paths)).toContain('/api/slo/objectives');
    expect(Object.keys(body.paths)).toEqual(Object.keys(document().paths));
    expect(body.components.schemas).toEqual(document().components?.schemas);
  });

  it('agree on every answer, before and after the first evaluation', async () => {
    const { world, app } = await setUp();
    const operations = new Set<string>();
    for (const measured of [false, true]) {
      if (measured) {
        world.source.series = () => ({ bad: 0.01, total: 10 });
        await world.measure();
        await world.context.client('slo_conflict').insert({
          entity_ref: 'slo:default/a',
          kept_location: 'a',
          ignored_location: 'b',
          seen_at: 1,
        });
        await world.context.client('slo_refusal').insert({
          entity_ref: 'slo:default/refused',
          location: 'file:/a.yaml',
          errors: '[{"path":"spec","message":"is odd"},{"message":"is odd"}]',
          seen_at: 1,
        });
      }
      for (const path of PATHS) {
        const { status, text } = await request(app).get(path);
        expect([path, status, status === 200 ? '' : text]).toEqual([
          path,
          200,
          '',
        ]);
        operations.add(
          path.replace(/\?.*/, '').replace(/default\/\w+\/[\w-]+/, 'key'),
        );
      }
    }
    const readable = Object.values(document().paths).filter(
      path => 'get' in (path as object),
    );
    expect(operations.size).toBe(readable.length);
  });

  it('agree on what the doctor answers to a text', async () => {
    const { app } = await setUp();
    for (const text of ['{', 'kind: SLO', '---']) {
      const { status, body } = await request(app)
        .post('/check')
        .set('Content-Type', 'text/plain')
        .send(text);
      expect([text, status]).toEqual([text, 200]);
      expect(body.findings.length).toBeGreaterThan(0);
    }
  });

  it('agree on what the simulator answers to a text', async () => {
    const { world, app } = await setUp();
    for (const series of [() => undefined, () => ({ bad: 0.1, total: 1 })]) {
      world.source.series = series;
      const { status, text } = await request(app)
        .post('/simulate?target=0.9&days=2')
        .set('Content-Type', 'text/plain')
        .send(exampleDocument({ serviceName: `checkout-${series()?.bad}` }));
      expect([status, status === 200 ? '' : text]).toEqual([200, '']);
    }
  });

  it('agree on corrections, and on what these change', async () => {
    const { world, app } = await setUp();
    world.source.series = () => ({ bad: 0.01, total: 10 });
    await world.measure();
    const { body } = await request(app)
      .post('/corrections')
      .send({
        entityRef: 'component:default/checkout',
        from: '2026-11-19T10:00:00Z',
        to: '2026-11-19T12:00:00+01:00',
        reason: 'Planned move of the database',
      })
      .expect(201);
    await world.tick(0);
    for (const path of PATHS) {
      const { status, text } = await request(app).get(path);
      expect([path, status === 200 ? '' : text]).toEqual([path, '']);
    }
    const { body: corrected } = await request(app).get(KEY);
    expect(corrected.corrections.count).toBe(1);
    await request(app)
      .post(`/corrections/${body.id}/undo`)
      .send({ reason: 'It was us after all' })
      .expect(200);
    await request(app).get('/corrections').expect(200);
  });

  it('would notice an answer that is not described', async () => {
    const slo = { getSummary: async () => ({ items: [], totalItems: 0 }) };
    const app = express()
      .use(
        createRouter({
          httpAuth: mockServices.httpAuth(),
          userInfo: mockServices.userInfo(),
          slo: slo as unknown as SloService,
          doctor: {} as Doctor,
          simulator: {} as Simulator,
          ruleBook: {} as RuleBook,
          loadedRules: {} as LoadedRuleBook,
          gate: {} as Gate,
          corrections: {} as Corrections,
          validateResponses: true,
        }),
      )
      .use(mockErrorHandler());
    const { status, text } = await request(app).get('/summary');
    expect([status, text]).toEqual([
      expect.not.stringMatching('200'),
      expect.stringContaining('pageInfo'),
    ]);
  });

  it('answer a path that is not there in words', async () => {
    const { status, body } = await request(await refusing).get('/nope');
    expect([status, body.error.message]).toEqual([
      404,
      'There is no GET /nope here; openapi.json lists what is',
    ]);
  });

  it.each([
    ['/objectives?limit=0', 'limit'],
    ['/objectives?limit=101', 'limit'],
    ['/objectives?limit=x', 'limit'],
    ['/objectives?limit=1e999', 'limit'],
    ['/objectives?state=fine', 'state'],
    ['/objectives?sort=random', 'sort'],
    ['/objectives?kind=other', 'kind'],
    ['/objectives?colour=red', 'colour'],
    ['/objectives?cursor=nonsense', 'cursor'],
    ['/objectives?entityRef=', 'entityRef'],
    [`${KEY}/history`, 'from'],
    [`${KEY}/history?from=yesterday&to=today`, 'from'],
    [`${KEY}/history?${RANGE}&step=10`, 'step'],
    [`${KEY}/history?${RANGE}&step=1000`, '1000'],
    [`${KEY}/history?${RANGE}&view=square`, 'view'],
    [
      `${KEY}/history?from=2026-11-20T00:00:00Z&to=2026-11-19T00:00:00Z`,
      'from',
    ],
    [
      `${KEY}/history?from=2020-11-20T00:00:00Z&to=2026-11-19T00:00:00Z`,
      'two years',
    ],
    ['/volume?entityRef=component:default/a', 'from'],
    [
      `/volume?entityRef=component:default/a&timeZone=Mars/Base&${RANGE}`,
      'Mars/Base',
    ],
    [
      '/volume?entityRef=component:default/a&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      '400 days',
    ],
    ['/objectives?entityRef=checkout', 'component:default/checkout'],
    ['/objectives?entityRef=not%20a%20ref', 'entityRef'],
    ['/objectives?owner=payments', 'group:default/payments-crew'],
    ['/objectives?system=purchase', 'system:default/purchase'],
    [`/volume?entityRef=%25%25&${RANGE}`, 'entityRef'],
    ['/check', 'entityRef'],
    ['/check?entityRef=checkout', 'component:default/checkout'],
    ['/gate', 'entityRef'],
    [`${KEY}/simulate?target=1`, 'target'],
    [`${KEY}/simulate?target=-0.1`, 'target'],
    [`${KEY}/simulate?target=x`, 'target'],
    [`${KEY}/simulate?days=91`, 'days'],
    [`${KEY}/simulate?window=month`, 'window'],
    [`${KEY}/simulate?window=400d`, 'year'],
    [`${KEY}/simulate?window=0d`, 'no duration'],
    [`${KEY}/simulate?${'&target=0.1'.repeat(11)}`, 'target'],
    ['/gate?entityRef=checkout', 'component:default/checkout'],
    ['/gate/decisions?limit=101', 'limit'],
    ['/gate/decisions?cursor=WyJ3b3JzdCIsMSwyXQ', 'cursor'],
    ['/summary?since=last%20week', 'since'],
    ['/summary?limit=1e999', 'limit'],
    ['/rollup?entityRef=component:default/checkout&limit=1e999', 'limit'],
    ['/summary?cursor=WyJ3b3JzdCIsMSwyXQ', 'cursor'],
  ])('refuse %s and name what is wrong', async (path, named) => {
    const { status, body } = await request(await refusing).get(path);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(named);
  });
});
