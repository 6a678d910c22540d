import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  componentEntity,
  eventually,
  startHealthBackend,
  summaryPlugin,
} from './__testUtils__/startHealthBackend';
import { refOf, sloSummary, stabilitySummary } from './__testUtils__/summaries';
import { createTestDatabases } from './database/__testUtils__/testDatabases';

const databases = createTestDatabases();

describe('serviceHealthPlugin', () => {
  it.each(databases.ids)(
    'joins what the catalog and the other plugins say, and does without one, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const callers: unknown[] = [];
      const { server } = await startHealthBackend({
        knex,
        entities: [
          componentEntity({
            name: 'cart',
            owner: 'group:default/shop',
            system: 'system:default/purchase',
            tier: '1',
          }),
          componentEntity({ name: 'idle' }),
        ],
        features: [
          summaryPlugin({
            pluginId: 'slo',
            callers,
            items: [sloSummary({ name: 'cart', remaining: 0.5 })],
          }),
          summaryPlugin({
            pluginId: 'stability',
            items: [stabilitySummary({ name: 'cart', failed: [1, 20] })],
          }),
        ],
      });
      const { body } = await eventually(
        server,
        '/api/service-health/services',
        ({ body: page }) =>
          page.items?.length === 2 &&
          page.lenses.reliability.state === 'ok' &&
          page.lenses.stability.state === 'ok' &&
          page.lenses.cost.fault !== undefined,
      );
      expect(body.lenses.cost).toMatchObject({
        state: 'never',
        fault: 'not-installed',
      });
      expect(body.items).toMatchObject([
        {
          entityRef: refOf('cart'),
          owners: ['group:default/shop'],
          system: 'system:default/purchase',
          tier: '1',
          reliability: { worst: { budget: { remaining: 0.5 } } },
          stability: { changeFailureRate: { value: 0.05 } },
        },
        { entityRef: refOf('idle'), reliability: { objectives: 0 } },
      ]);
      expect(callers[0]).toMatchObject({
        type: 'service',
        subject: 'plugin:service-health',
      });
      await request(server)
        .get('/api/service-health/services')
        .set('authorization', mockCredentials.none.header())
        .expect(401);
    },
  );
});
