import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { readOpenApi } from '@plimsoll/plugin-database';
import {
  neverFails,
  neverFailsOnCursors,
  requestArbitrary,
} from '@plimsoll/plugin-database/testUtils';
import express from 'express';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import {
  createHiddenWorld,
  hiddenBill,
  HIDDEN,
  insertSavings,
} from './permissions/__testUtils__/hiddenWorld';
import { createRouter } from './router';
import { UNIT } from './service/__testUtils__/costWorld';

const databases = createTestDatabases();

/** An API over a world with a bill, savings and anomalies, for who sees all. */
async function setUp(id: (typeof databases.ids)[number]) {
  const pools = { EKS: 'cost' } as const;
  const world = await createHiddenWorld({ databases, id, pools });
  world.state.totals = true;
  await insertSavings(world, HIDDEN);
  await world.bill(
    hiddenBill({
      hidden: [5n, 7n, 11n].map(n => n * UNIT),
      unowned: 13n * UNIT,
      spike: 900n * UNIT,
      pools,
    }),
  );
  const row = {
    source: 'bill',
    billing_account: '1',
    currency: 'USD',
    metric: 'effective',
    at: 1_700_000_000_000,
    amount_before: '5000000000',
    amount_after: '7000000000',
    largest: '[]',
  };
  await world.client('cost_restatement').insert([
    { ...row, id: 'r1', billing_month: '2026-09-01' },
    { ...row, id: 'r2', billing_month: '2026-10-01' },
  ]);
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    cost: world.cost,
  });
  return express().use(router).use(mockErrorHandler());
}

describe('API', () => {
  it.each(databases.ids)(
    'answers or refuses whatever is sent, and never fails, %s',
    async id => {
      const app = await setUp(id);
      const requests = requestArbitrary({
        document: readOpenApi({ packageName: '@plimsoll/plugin-cost-backend' }),
        known: {
          kind: ['component', 'system', 'group'],
          namespace: ['default'],
          name: ['cart', 'shop', 'team-cart'],
          id: ['idle-cart-1'],
          from: ['2026-10-01', '2025-01-01'],
          to: ['2026-11-17', '2026-11-30'],
          currency: ['USD', 'EUR'],
          entityRef: ['component:default/cart', 'system:default/shop'],
          owner: ['group:default/team-cart'],
          system: ['system:default/shop'],
          figure: ['total', 'category:compute', 'unit-cost:requests'],
          since: ['2026-11-01T00:00:00Z'],
          month: ['2026-11', '2026-10-01'],
          amount: ['5', '1.5'],
          notifyAt: [[0.5, 1]],
        },
      });
      const answered = await neverFails({
        api: request(app),
        requests,
        count: 600,
      });
      // it is not all refused at the door
      expect(answered).toBeGreaterThan(60);
    },
  );

  it.each(databases.ids)(
    'refuses a cursor that it did not give out, %s',
    async id => {
      const app = await setUp(id);
      const refused = await neverFailsOnCursors({
        api: request(app),
        lists: [
          '/services?',
          '/services?sort=name&',
          '/services?sort=-change&',
          '/services?sort=saving&',
          '/services?groupBy=owner&',
          '/services?from=2026-10-01&to=2026-10-08&',
          '/savings?',
          '/restatements?',
          '/summary?',
        ],
      });
      expect(Math.min(...refused)).toBeGreaterThan(0);
    },
  );
});
