import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { readOpenApi } from '@plimsoll/plugin-database';
import type { Router } from 'express';
import express from 'express';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { createRouter } from './router';
import { createFleetWorld } from './service/__testUtils__/fleetWorld';
import {
  createHealthWorld,
  serviceOf,
} from './service/__testUtils__/healthWorld';
import { impactSources } from './service/__testUtils__/impactSources';

const databases = createTestDatabases();
const document = () =>
  readOpenApi({ packageName: '@plimsoll/plugin-service-health-backend' });

function appOf(health: Parameters<typeof createRouter>[0]['health']) {
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    health,
    validateResponses: true,
  });
  return { router, app: express().use(router).use(mockErrorHandler()) };
}

async function setUp() {
  const world = await createFleetWorld({ databases, id: 'SQLITE_3' });
  return { world, ...appOf(world.health) };
}

function operationsOf(router: Router): string[] {
  const layers = router.stack as unknown as Array<{
    route?: { path: string; methods: object };
  }>;
  return layers.flatMap(({ route }) =>
    route && route.path !== '/openapi.json'
      ? Object.keys(route.methods).map(method => `${method} ${route.path}`)
      : [],
  );
}

describe('router and document', () => {
  it('have the same operations', async () => {
    const { router } = await setUp();
    const described = Object.entries(document().paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations as object).map(
          method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        ),
    );
    expect(operationsOf(router).sort()).toEqual(described.sort());
    expect(described).toHaveLength(5);
  });

  it('agree on every answer, with and without facts', async () => {
    const { world, app } = await setUp();
    const paths = [
      '/services',
      '/services?sort=cost&order=asc&limit=1',
      '/services?state=burning&state=ok&owner=group:default/shop&system=system:default/purchase&lifecycle=production&tier=1&q=pay%20ment',
      '/services/strip',
      '/services/component/default/payment',
      '/services/component/default/cart',
      '/services/component/default/returns',
      '/services/Component/Default/Search',
    ];
    const agree = async () => {
      for (const path of paths) {
        const { status, text } = await request(app).get(path);
        expect([path, status, status === 200 ? '' : text]).toEqual([
          path,
          200,
          '',
        ]);
      }
    };
    await agree();
    world.slo.fault = new Error('down');
    world.clock.now += 3_600_000;
    await world.pull();
    await agree();
    await world.client('lens_pull').delete();
    await agree();
    world.policy['cost.read'] = { result: 'DENY' as never };
    await agree();
  });

  it('agree on what a deployment did', async () => {
    const { sources } = impactSources();
    const world = await createHealthWorld({
      databases,
      id: 'SQLITE_3',
      services: [serviceOf({ name: 'checkout' })],
      sources,
    });
    await world.sync.sync();
    const { app } = appOf(world.health);
    const read = async (id: string) => {
      const answer = await request(app).get(`/deployments/${id}/impact`);
      expect([id, answer.status, answer.body.error]).toEqual([
        id,
        200,
        undefined,
      ]);
      return answer.body;
    };
    expect((await read('d-bad')).errorRate.state).toBe('worse');
    await read('d-old');
    await read('d-back');
    sources.slo.listObjectives = async () => {
      throw new Error('down');
    };
    expect((await read('d-bad')).budget).toEqual({
      state: 'cannot-tell',
      reason: 'not-answering',
    });
    await request(app).get('/deployments/none/impact').expect(404);
  });

  it('hand the list out as a file', async () => {
    const { app } = await setUp();
    const { headers, text } = await request(app)
      .get('/services.csv?sort=budget&state=burning')
      .expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="services.csv"',
    );
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it.each([
    ['/services?sort=best', 'sort'],
    ['/services?order=down', 'order'],
    ['/services?limit=101', 'limit'],
    ['/services?limit=1e999', 'limit'],
    ['/services?state=fine', 'state'],
    ['/services?cursor=xyz', 'cursor'],
    ['/services?owner=money', 'owner'],
    ['/services.csv?sort=best', 'sort'],
    ['/services.csv?system=purchase', 'system'],
    ['/services/user/default/ada', 'person'],
  ])('refuses %s', async (path, word) => {
    const { app } = await setUp();
    const { status, text } = await request(app).get(path);
    expect(status).toBe(400);
    expect(text).toContain(word);
  });
});
