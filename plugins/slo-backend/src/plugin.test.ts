import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { componentEntity, sloEntity } from './__testUtils__/catalogEntities';
import { eventually, startSloBackend } from './__testUtils__/startSloBackend';
import { FakeMetricsSource } from './sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const entities = [
  componentEntity({
    name: 'cart',
    owner: 'group:default/shop',
    system: 'system:default/shop',
  }),
  sloEntity({ name: 'cart-availability', service: 'cart' }),
];

describe('sloPlugin', () => {
  it.each(databases.ids)(
    'measures what the documents of the catalog promise, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { server } = await startSloBackend({
        entities,
        source: FakeMetricsSource.create({
          series: () => ({ bad: 0.001, total: 1 }),
        }),
        knex,
      });

      const { body } = await eventually(
        server,
        '/api/slo/objectives',
        response => response.body.items?.[0]?.budget.total > 0,
      );
      expect(body).toMatchObject({
        totalItems: 1,
        pageInfo: {},
        facets: {
          owners: ['group:default/shop'],
          systems: ['system:default/shop'],
        },
        conflicts: [],
        totalConflicts: 0,
        refusedDocuments: [],
        totalRefusedDocuments: 0,
        sources: [{ name: 'prometheus', type: 'test', demo: true, up: true }],
      });
      expect(body.items[0]).toMatchObject({
        ref: 'slo:default/cart-availability',
        objective: 'requests-served',
        entityRef: 'component:default/cart',
        displayName: 'Requests served',
        owners: ['group:default/shop'],
        system: 'system:default/shop',
        target: 0.99,
        targetText: '99',
        unit: 'events',
        indicatorKind: 'ratio',
        budgeting: 'occurrences',
        sli: expect.closeTo(0.999, 6),
        budget: { remaining: expect.closeTo(0.9, 6) },
        source: 'prometheus',
        demo: true,
        faults: [],
      });
      expect(body.items[0].evaluatedAt).toMatch(/Z$/);
    },
  );

  it('asks who is there before anything else', async () => {
    const { server } = await startSloBackend({ entities: [] });
    for (const path of [
      '/objectives',
      '/objectives/default/a/b',
      '/objectives/default/a/b/explain',
      '/summary',
    ]) {
      const { status } = await request(server)
        .get(`/api/slo${path}`)
        .set('Authorization', mockCredentials.none.header());
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it('starts without any source and says so on each objective', async () => {
    const { server } = await startSloBackend({ entities });
    const { body } = await eventually(
      server,
      '/api/slo/objectives',
      response => response.body.items?.[0]?.reason.code === 'source-missing',
    );
    expect(body.items[0].state).toBe('no-data');
    expect(body.items[0].faults).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.metricSourceRef',
        message: expect.stringMatching(
          /'prometheus' is not configured \(none is\): add slo\.sources\.prometheus to app-config/,
        ),
      },
    ]);
  });

  it('refuses a time zone that does not exist, before it serves anything', async () => {
    await expect(
      startSloBackend({
        entities: [],
        features: [
          mockServices.rootConfig.factory({
            data: { slo: { timeZone: 'Europe/Warszawa' } },
          }),
        ],
      }),
    ).rejects.toThrow(/slo\.timeZone is 'Europe\/Warszawa'/);
  });
});
