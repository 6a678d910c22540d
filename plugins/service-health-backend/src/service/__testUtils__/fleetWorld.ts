import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { PluginTestDatabases } from '@plimsoll/plugin-database/testUtils';
import {
  costSummary,
  iso,
  NOON,
  sloSummary,
  stabilitySummary,
} from '../../__testUtils__/summaries';
import type { ServiceHealthDatabase } from '../../database/ServiceHealthDatabase';
import { createHealthWorld, serviceOf } from './healthWorld';

const HOUR = 3_600_000;

/** Six services, of which each is the first of some order. */
export async function createFleetWorld(options: {
  databases: PluginTestDatabases<ServiceHealthDatabase>;
  id: TestDatabaseId;
}) {
  const world = await createHealthWorld({
    ...options,
    services: [
      serviceOf({
        name: 'search',
        owners: ['group:default/discovery'],
        system: 'system:default/find',
      }),
      serviceOf({
        name: 'payment',
        title: 'Payment 100% safe',
        owners: ['group:default/money', 'group:default/shop'],
      }),
      serviceOf({ name: 'cart', tier: '2' }),
      serviceOf({ name: 'fraud_score', lifecycle: 'experimental' }),
      serviceOf({ name: 'newsletter', tier: undefined }),
      serviceOf({ name: 'returns', owners: [], system: undefined }),
    ],
  });
  const { slo, stability, cost } = world;
  slo.set(
    sloSummary({ name: 'search', state: 'exhausted', remaining: -0.126 }),
  );
  slo.set(sloSummary({ name: 'payment', state: 'burning', remaining: 0.183 }));
  slo.set(sloSummary({ name: 'cart', remaining: 0.559 }));
  slo.set(sloSummary({ name: 'fraud_score', state: 'no-data' }));
  slo.set(sloSummary({ name: 'newsletter', remaining: 0.99 }));

  stability.set(
    stabilitySummary({
      name: 'search',
      failed: [5, 58],
      deployment: { finishedAt: iso(NOON - 2 * HOUR) },
    }),
  );
  stability.set(
    stabilitySummary({
      name: 'payment',
      failed: [3, 44],
      deployment: { finishedAt: iso(NOON - 3 * HOUR), version: '=1+1' },
    }),
  );
  stability.set(
    stabilitySummary({
      name: 'cart',
      failed: [0, 9],
      incident: { startedAt: iso(NOON - 9 * HOUR) },
    }),
  );
  stability.set(stabilitySummary({ name: 'newsletter', failed: [1, 3] }));

  cost.set(
    costSummary({
      name: 'search',
      monthToDate: '892.10',
      change: { from: 'a', to: 'b', amount: '1.00', ratio: 0.041 },
      forecast: {
        month: '2026-11-01',
        expected: '1500.00',
        low: '1.00',
        high: '2.00',
        confidence: 0.9,
        days: 16,
      },
      saving: '0.10',
    }),
  );
  cost.set(
    costSummary({
      name: 'payment',
      monthToDate: '538.72',
      change: { from: 'a', to: 'b', amount: '1.00', ratio: -0.1 },
      unitCost: { unit: 'requests', per: 1_000_000, value: '26.20' },
      saving: '0.20',
    }),
  );
  cost.set(costSummary({ name: 'payment', currency: 'EUR', saving: '9.00' }));
  cost.set(
    costSummary({
      name: 'cart',
      currency: 'EUR',
      monthToDate: '9999999999999.00',
    }),
  );
  await world.pull();
  return world;
}
