import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { componentEntity } from './__testUtils__/catalogEntities';
import { deployed, incident, refOf } from './__testUtils__/observed';
import {
  eventually,
  startStabilityBackend,
} from './__testUtils__/startStabilityBackend';
import { createTestDatabases } from './database/__testUtils__/testDatabases';

const databases = createTestDatabases();
const HOUR = 3_600_000;
const entities = [
  componentEntity({
    name: 'cart',
    owner: 'group:default/shop',
    system: 'system:default/shop',
  }),
];

describe('stabilityPlugin', () => {
  it.each(databases.ids)(
    'makes facts of what was observed and serves them, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { server, observe } = await startStabilityBackend({
        entities,
        knex,
        config: { demo: true, targets: { 'change-failure-rate': 0.08 } },
      });
      const now = Date.now();
      const bad = now - 40 * HOUR;
      await observe([
        deployed({ service: 'cart', version: 'v1', at: now - 80 * HOUR }),
        deployed({ service: 'cart', version: 'v2', at: bad }),
        incident({
          service: 'cart',
          key: 'INC-1',
          phase: 'triggered',
          at: bad + 5 * 60_000,
          startedAt: bad + 5 * 60_000,
          version: 'v2',
        }),
        deployed({
          service: 'cart',
          version: 'v1',
          at: bad + 30 * 60_000,
          rollback: true,
        }),
      ]);

      const { body } = await eventually(
        server,
        `/api/stability/deployments?entityRef=${refOf('cart')}`,
        ({ body: page }) => page.totalItems === 3 && page.items.length === 3,
      );
      expect(
        body.items.map(
          (item: { version: string; verdict: { name: string } }) => [
            item.version,
            item.verdict.name,
          ],
        ),
      ).toEqual([
        ['v1', 'rollback'],
        ['v2', 'failed'],
        ['v1', 'clean'],
      ]);

      const metrics = await request(server).get(
        `/api/stability/metrics?entityRef=${refOf('cart')}&window=30`,
      );
      expect(metrics.body).toMatchObject({
        entityRef: refOf('cart'),
        environment: 'production',
        services: 1,
        demo: true,
        counts: { deployments: 2, failed: 1, rollbacks: 1, openIncidents: 1 },
      });
      expect(metrics.body.metrics).toHaveLength(9);
      const fleet = await eventually(
        server,
        '/api/stability/services?owner=group:default/shop',
        response => response.body.totalItems === 1,
      );
      expect(fleet.body.items[0]).toMatchObject({
        entityRef: refOf('cart'),
        owner: 'group:default/shop',
        system: 'system:default/shop',
        lastDeployment: { type: 'rollback' },
        openIncident: { label: 'INC-1' },
        demo: true,
      });
    },
  );

  it.each(databases.ids)(
    'takes an event in by its door, also before the catalog knows the service, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { server } = await startStabilityBackend({ entities, knex });
      const at = new Date(Date.now() - 30 * HOUR).toISOString();
      const delivered = await request(server)
        .post('/api/stability/events')
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'application/json')
        .send({
          context: {
            specversion: '0.5.1',
            id: 'build-1',
            source: 'https://ci.example.com',
            type: 'dev.cdevents.service.deployed.0.3.0',
            timestamp: at,
          },
          subject: {
            id: refOf('cart'),
            content: {
              environment: { id: 'production' },
              artifactId: 'pkg:oci/cart@sha256%3A0b31?tag=v7',
            },
          },
        });
      expect([delivered.status, delivered.text]).toEqual([
        202,
        expect.any(String),
      ]);
      const { body } = await eventually(
        server,
        '/api/stability/deployments',
        response => response.body.totalItems === 1,
      );
      expect(body.items[0]).toMatchObject({
        entityRef: refOf('cart'),
        verdict: { name: 'clean' },
      });
    },
  );

  it('asks who is there before anything else', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { server } = await startStabilityBackend({ entities: [], knex });
    for (const path of [
      '/metrics?entityRef=component:default/cart',
      '/explain?metric=rework-rate&entityRef=component:default/cart',
      '/deployments',
      '/deployments/a',
      '/incidents',
      '/incidents/a',
      '/incidents/a/review',
      '/services',
      '/summary',
      '/inbox',
      '/inbox/a',
      '/inbox/rules',
    ]) {
      const { status } = await request(server)
        .get(`/api/stability${path}`)
        .set('Authorization', mockCredentials.none.header());
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it.each([
    [{ targets: { 'mean-anything': 1 } }, /mean-anything names no metric/],
    [{ targets: { 'change-failure-rate': 8 } }, /0\.08 for 8 %/],
    [{ rules: { burnedShare: 2 } }, /burnedShare is 2/],
  ])('refuses %j before it serves anything', async (config, message) => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    await expect(
      startStabilityBackend({ entities: [], knex, config }),
    ).rejects.toThrow(message);
  });
});
