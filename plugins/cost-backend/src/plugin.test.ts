import request from 'supertest';
import { componentEntity } from './__testUtils__/catalogEntities';
import { insertBill } from './__testUtils__/insertBill';
import { eventually, startCostBackend } from './__testUtils__/startCostBackend';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { listDays } from '@plimsoll/plugin-cost-common';

const API = '/api/cost';
const UNIT = 1_000_000_000n;
const databases = createTestDatabases();

/** Two months of cart at 3 a day, pay at 2, and 1 that nobody owns. */
async function insertTwoMonths(
  knex: Parameters<typeof insertBill>[0]['client'],
) {
  await insertBill({
    client: knex,
    charges: listDays('2026-10-01', '2026-11-18').flatMap(day => [
      { day, amount: 3n * UNIT, tags: { service: 'cart' } },
      {
        day,
        amount: 2n * UNIT,
        tags: { service: 'pay' },
        key: { category: 'database' as const },
      },
      { day, amount: 1n * UNIT, tags: { service: 'nobody' } },
    ]),
  });
}

describe('cost backend', () => {
  it.each(databases.ids)(
    'says what services cost, as a bill and the catalog say it, %s',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { server } = await startCostBackend({
        knex,
        entities: [
          componentEntity({
            name: 'cart',
            owner: 'group:default/shop',
            system: 'system:default/purchase',
          }),
          componentEntity({ name: 'pay', system: 'system:default/purchase' }),
        ],
        config: { sources: { bill: { type: 'focus', directory: '/nowhere' } } },
      });
      const empty = await eventually(
        server,
        `${API}/services/component/default/cart`,
        ({ status }) => status === 200,
      );
      expect(empty.body).toMatchObject({ state: 'no-bill', total: '0.00' });

      await insertTwoMonths(knex);
      const { body } = await eventually(
        server,
        `${API}/services`,
        response => response.body.totalItems === 2,
      );

      expect(body.items).toMatchObject([
        {
          ref: 'component:default/cart',
          title: 'cart',
          owner: 'group:default/shop',
          system: 'system:default/purchase',
          total: '51.00',
          change: { from: '2026-10-11', amount: '0.00', ratio: 0 },
          months: [
            { month: '2026-10-01', total: '93.00' },
            { month: '2026-11-01', total: '51.00' },
          ],
          forecast: { expected: '90.00' },
        },
        { ref: 'component:default/pay', total: '34.00' },
      ]);
      expect(body.visible).toMatchObject({ total: '85.00' });
      expect(body.proof).toMatchObject({
        completeTo: '2026-11-17',
        currency: 'USD',
        metric: 'effective',
        basis: 'bill',
        matchedRatio: 5 / 6,
        unallocated: { amount: '17.00' },
      });

      const { body: cart } = await request(server)
        .get(`${API}/services/component/default/cart`)
        .expect(200);
      expect(cart).toMatchObject({
        state: 'ok',
        groupBy: 'service',
        total: '51.00',
        from: '2026-11-01',
        to: '2026-11-18',
        categories: [
          {
            category: 'compute',
            total: '51.00',
            bases: [{ basis: { by: 'direct', name: 'tag:service' } }],
          },
        ],
        forecast: { month: '2026-11-01', expected: '90.00' },
      });
      expect(cart.days[0]).toEqual({
        day: '2026-11-01',
        total: '3.00',
        categories: { compute: '3.00' },
      });

      const { body: system } = await request(server)
        .get(`${API}/services/system/default/purchase`)
        .expect(200);
      expect(system).toMatchObject({ groupBy: 'system', total: '85.00' });
      const { body: systems } = await request(server)
        .get(`${API}/services?groupBy=system`)
        .expect(200);
      expect(systems.items).toMatchObject([
        { ref: 'system:default/purchase', total: '85.00' },
      ]);
      await request(server)
        .get(`${API}/services/component/default/other`)
        .expect(404);
    },
  );
});
