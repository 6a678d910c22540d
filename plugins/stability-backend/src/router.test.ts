import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import type { Router } from 'express';
import express from 'express';
import request from 'supertest';
import { readOpenApi } from '@plimsoll/plugin-database';
import { inboxRouterOf } from './__testUtils__/inboxRouterOf';
import { NOON } from './__testUtils__/observed';
import { createServiceWorld } from './service/__testUtils__/serviceWorld';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { createRouter } from './router';
import type { StabilityService } from './service/StabilityService';

const document = () =>
  readOpenApi({ packageName: '@plimsoll/plugin-stability-backend' });

const databases = createTestDatabases();
const DOORS = ['/events', '/webhooks/{source}'];
const JSON_TYPE = 'application/json';

async function setUp() {
  const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    stability: world.stability,
    inboxRouter: await inboxRouterOf(world),
    rebuild: async () => ({ services: 3 }),
    validateResponses: true,
  });
  const app = express().use(router).use(mockErrorHandler());
  return { world, router, app };
}

const METRICS = [
  'deployment-frequency',
  'change-lead-time',
  'change-failure-rate',
  'failed-deployment-recovery-time',
  'rework-rate',
  'rollback-time',
  'time-to-acknowledge',
  'time-to-recover',
  'prevented-failures',
];

/** Refusals leave no trace, so that one application serves all of them. */
let refusing: Promise<express.Express>;

const CART = 'entityRef=component:default/cart';
const RANGE = `from=${new Date(
  NOON - 30 * 86_400_000,
).toISOString()}&to=${new Date(NOON).toISOString()}`;

describe('router and document', () => {
  beforeAll(() => {
    refusing = setUp().then(({ app }) => app);
  });

  it('have the same operations', async () => {
    const { router } = await setUp();
    const served = operationsOf(router);
    const described = Object.entries(document().paths)
      .filter(([path]) => !DOORS.includes(path))
      .flatMap(([path, operations]) =>
        Object.keys(operations as object).map(
          method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        ),
      );
    expect(served.length).toBeGreaterThan(15);
    expect([...served].sort()).toEqual([...described].sort());
  });

  it('are handed out together', async () => {
    const { body } = await request(await refusing)
      .get('/openapi.json')
      .expect(200);
    expect(Object.keys(body.paths)).toEqual(Object.keys(document().paths));
    expect(body.components.schemas).toEqual(document().components?.schemas);
  });

  it('agree on every answer, with and without facts', async () => {
    const { world, app } = await setUp();
    await world.observeStory();
    const failed = await world.deploymentOf('v2');
    const open = await world.incidentOf('INC-1');
    for (const path of [
      `/metrics?${CART}`,
      `/metrics?${CART}&window=180`,
      `/metrics?${CART}&environment=staging&${RANGE}`,
      `/metrics?entityRef=system:default/shop&${RANGE}`,
      `/metrics?entityRef=group:default/shop`,
      '/metrics?entityRef=component:default/idle',
      ...METRICS.map(name => `/explain?metric=${name}&${CART}&window=90`),
      '/deployments',
      `/deployments?${CART}&environment=production&verdict=failed&verdict=clean&${RANGE}&limit=1`,
      `/deployments/${failed}`,
      `/incidents?${CART}&open=true&${RANGE}`,
      '/incidents?open=false&limit=100',
      `/incidents/${open}`,
      `/incidents/${open}/review`,
      '/services',
      '/services?sort=recovery&window=30&q=ca%20rt&owner=group:default/shop&system=system:default/shop&limit=1',
      '/services?sort=frequency',
      '/services?sort=name',
      '/summary',
      '/environments',
      '/summary?since=2026-11-20T11:00:00.000Z&limit=1',
      '/inbox',
      '/inbox?state=unmatched&source=github&limit=1',
      '/inbox/rules',
    ]) {
      const { status, text } = await request(app).get(path);
      expect([path, status, status === 200 ? '' : text]).toEqual([
        path,
        200,
        '',
      ]);
    }
    const reason = 'The database was down, not us';
    await request(app)
      .patch(`/deployments/${failed}/verdict`)
      .send({ verdict: 'clean', reason })
      .expect(200);
    await request(app)
      .delete(`/deployments/${failed}/verdict`)
      .send({ reason })
      .expect(200);
    await request(app)
      .patch(`/incidents/${open}/cause`)
      .send({ reason })
      .expect(200);
    await request(app)
      .delete(`/incidents/${open}/cause`)
      .send({ reason })
      .expect(200);
    await request(app).post('/rebuild').expect(202, { services: 3 });
  });

  it('hand a review out as a file', async () => {
    const { world, app } = await setUp();
    await world.observeStory();
    const id = await world.incidentOf('INC-1');
    const { headers, text } = await request(app).get(`/incidents/${id}/review`);
    expect(headers['content-type']).toContain('text/markdown');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="review-${id}.md"`,
    );
    expect(text).toContain('INC-1');
  });

  it('would notice an answer that is not described', async () => {
    const stability = {
      getSummary: async () => ({ items: [], totalItems: 0 }),
    };
    const app = express()
      .use(
        createRouter({
          httpAuth: mockServices.httpAuth(),
          stability: stability as unknown as StabilityService,
          inboxRouter: express.Router(),
          rebuild: async () => ({ services: 0 }),
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

  it.each([
    ['/metrics', 'entityRef'],
    [`/metrics?${CART}&window=31`, 'window'],
    [`/metrics?${CART}&window=30&${RANGE}`, 'window'],
    [`/metrics?${CART}&from=yesterday`, 'from'],
    [
      `/metrics?${CART}&from=2026-11-20T00:00:00Z&to=2026-11-19T00:00:00Z`,
      "'from' must lie before 'to'",
    ],
    [`/metrics?${CART}&from=2020-11-20T00:00:00Z`, 'two years'],
    ['/metrics?entityRef=component:', 'no entity ref'],
    [`/explain?${CART}`, 'metric'],
    [`/explain?${CART}&metric=luck`, 'metric'],
    ['/deployments?limit=0', 'limit'],
    ['/deployments?limit=101', 'limit'],
    ['/deployments?verdict=guilty', 'verdict'],
    ['/deployments?colour=red', 'colour'],
    ['/deployments?cursor=nonsense', 'cursor'],
    ['/incidents?open=perhaps', 'open'],
    ['/incidents?cursor=WyJkZXBsb3ltZW50cyIsMSwiYSJd', 'cursor'],
    ['/services?sort=random', 'sort'],
    ['/services?window=7', 'window'],
    ['/summary?since=last%20week', 'since'],
    ['/summary?cursor=WyJ3b3JzdCIsMSwyXQ', 'cursor'],
    ['/inbox?state=lost', 'state'],
    ['/inbox?limit=1e999', 'limit'],
  ])('refuse %s and name what is wrong', async (path, named) => {
    const { status, body } = await request(await refusing).get(path);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(named);
  });

  it.each([
    ['patch', '/deployments/a/verdict', {}],
    ['patch', '/deployments/a/verdict', { verdict: 'clean', reason: 'short' }],
    [
      'patch',
      '/deployments/a/verdict',
      { verdict: 'rollback', reason: 'x'.repeat(20) },
    ],
    ['delete', '/deployments/a/verdict', {}],
    ['patch', '/incidents/a/cause', { deploymentId: 'b' }],
    ['patch', '/incidents/a/cause', { reason: 'x'.repeat(20), colour: 'red' }],
    ['post', '/inbox/rules', { when: [], entityRef: 'component:default/a' }],
  ] as const)('refuse %s %s with %j', async (method, path, body) => {
    const { status } = await request(await refusing)
      [method](path)
      .set('Content-Type', JSON_TYPE)
      .send(body);
    expect(status).toBe(400);
  });
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Paths of a router, those of the router at `/inbox` included. */
function operationsOf(router: Router, prefix = ''): string[] {
  const layers = router.stack as unknown as Layer[];
  return layers.flatMap(({ route, handle }) => {
    if (route) {
      const path = `${prefix}${route.path}`.replace(/(.)\/$/, '$1');
      return route.path === '/openapi.json'
        ? []
        : Object.keys(route.methods).map(method => `${method} ${path}`);
    }
    return handle.stack
      ? operationsOf(handle as unknown as Router, '/inbox')
      : [];
  });
}
