import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { MetricsServer } from '../prometheus/__fixtures__/MetricsServer';
import { metricsServers } from '../prometheus/__fixtures__/metricsServers';
import { recordedNow } from './__testUtils__/recordedNow';

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;
const databases = createTestDatabases();

const CART = '/api/slo/objectives/sloth.prometheus/cart-errors/objective-1';

suite('rules of other tools, from Prometheus to the API', () => {
  let prometheus: MetricsServer;
  beforeAll(async () => {
    prometheus = await servers[0].start(recordedNow(Date.now() / 1_000));
  });
  afterAll(() => prometheus?.stop());

  async function start(id: TestDatabaseId) {
    const knex = await (await databases.service(id)).getClient();
    const scheduler = mockServices.scheduler();
    const { server } = await startSloBackend({
      knex,
      entities: [
        componentEntity({ name: 'cart', owner: 'group:default/shop' }),
        sloEntity({ name: 'cart-errors', service: 'cart' }),
      ],
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            slo: {
              backfill: { queriesPerSecond: 1e6 },
              sources: {
                prometheus: {
                  type: 'prometheus',
                  baseUrl: prometheus.baseUrl,
                  existingRules: { sloth: true, pyrra: true },
                },
              },
            },
          },
        }),
      ],
    });
    await scheduler.triggerTask('follow-services');
    await scheduler.triggerTask('follow-objectives');
    await scheduler.triggerTask('scan-existing-rules');
    return { server };
  }

  it.each(databases.ids)(
    'shows them beside the documents of the catalog, judged alike, %p',
    async id => {
      const { server } = await start(id);
      const { body } = await eventually(
        server,
        '/api/slo/objectives?entityRef=component:default/cart&sort=name',
        ({ body: page }) =>
          page.items?.filter(
            (item: { origin?: string; state: string }) =>
              item.origin && item.state === 'ok',
          ).length === 2,
      );
      expect(body.totalItems).toBe(3);
      expect(body.items).toMatchObject([
        {
          ref: 'slo:pyrra.prometheus/cart-requests',
          origin: 'pyrra',
          displayName: 'cart-requests',
          owners: ['group:default/shop'],
          target: 0.95,
          targetText: '95',
          unit: 'events',
          window: { kind: 'rolling', duration: { value: 2, unit: 'h' } },
          sli: expect.closeTo(0.99, 5),
          budget: {
            remaining: expect.closeTo(0.8, 3),
            bad: expect.closeTo(0.2 * 7_200, -2),
            total: expect.closeTo(20 * 7_200, -4),
          },
          burnRates: {
            '5m': expect.closeTo(0.2, 3),
            '1h': expect.closeTo(0.2),
          },
          coverage: 1,
          source: 'prometheus',
          faults: [],
        },
        {
          ref: 'slo:sloth.prometheus/cart-errors',
          origin: 'sloth',
          displayName: 'errors',
          entityRef: 'component:default/cart',
          unit: 'slices',
          target: 0.98,
          sli: expect.closeTo(0.99, 5),
          budget: { remaining: expect.closeTo(0.5, 3) },
          burnRates: { '1h': expect.closeTo(0.5, 3) },
        },
        { ref: 'slo:default/cart-errors' },
      ]);
      expect(body.items[2]).not.toHaveProperty('origin');

      const all = await request(server).get('/api/slo/objectives');
      expect(all.body.existingRules).toMatchObject({
        scans: [
          { source: 'prometheus', origin: 'sloth', found: 2, shown: 1 },
          { source: 'prometheus', origin: 'pyrra', found: 1, shown: 1 },
        ],
        refused: [{ id: 'ghost-errors', code: 'unknown-service' }],
        totalRefused: 1,
      });
    },
  );

  it.each(databases.ids)(
    'explains one, and tells no rules of it, %p',
    async id => {
      const { server } = await start(id);
      await eventually(
        server,
        CART,
        ({ body }) => body.evaluatedAt !== undefined && body.coverage === 1,
      );
      const explained = await request(server).get(`${CART}/explain`);
      expect(
        explained.body.notes.map(({ code }: { code: string }) => code),
      ).toEqual(
        expect.arrayContaining(['recorded-sloth', 'recorded-equal-weight']),
      );
      expect(explained.body.queries[0].text).toContain(
        'slo:sli_error:ratio_rate5m{sloth_id="cart-errors"} < +Inf',
      );

      const to = new Date().toISOString();
      const from = new Date(Date.now() - 3_600_000).toISOString();
      const history = await request(server)
        .get(`${CART}/history`)
        .query({ from, to, step: 300 });
      expect(history.body.points.length).toBeGreaterThan(10);

      const detail = await request(server).get(CART);
      expect(detail.body).toMatchObject({
        origin: 'sloth',
        document: {
          kind: 'SLO',
          metadata: { name: 'cart-errors' },
          spec: {
            service: 'component:default/cart',
            budgetingMethod: 'RatioTimeslices',
            objectives: [{ target: 0.98, timeSliceWindow: '5m' }],
          },
        },
      });
      // what it shows can be put into a repository as it is
      const checked = await request(server)
        .post('/api/slo/check')
        .type('application/yaml')
        .send(JSON.stringify(detail.body.document));
      expect(
        checked.body.findings?.filter(
          ({ severity }: { severity: string }) => severity === 'error',
        ),
      ).toEqual([]);

      const rules = await request(server).get('/api/slo/rules');
      expect(rules.status).toBe(200);
      expect(rules.text).toContain('slo:default/cart-errors');
      expect(rules.text).not.toContain('sloth');
      const gate = await request(server)
        .get('/api/slo/gate')
        .query({ entityRef: 'component:default/cart' });
      expect(gate.status).toBe(200);
    },
  );
});
