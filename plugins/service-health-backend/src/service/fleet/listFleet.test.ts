import type {
  FleetSort,
  ListFleetRequest,
} from '@plimsoll/plugin-service-health-common';
import { refOf } from '../../__testUtils__/summaries';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createFleetWorld } from '../__testUtils__/fleetWorld';

const databases = createTestDatabases();

/** Each order, and turned round: what is not known stays last. */
const ORDERS: Array<[FleetSort, string[], string[]]> = [
  [
    'worst',
    ['cart', 'search', 'payment', 'fraud_score', 'newsletter', 'returns'],
    ['returns', 'newsletter', 'fraud_score', 'payment', 'search', 'cart'],
  ],
  [
    'budget',
    ['search', 'payment', 'cart', 'newsletter', 'fraud_score', 'returns'],
    ['newsletter', 'cart', 'payment', 'search', 'fraud_score', 'returns'],
  ],
  [
    'name',
    ['cart', 'fraud_score', 'newsletter', 'payment', 'returns', 'search'],
    ['search', 'returns', 'payment', 'newsletter', 'fraud_score', 'cart'],
  ],
  [
    'owner',
    ['search', 'payment', 'cart', 'fraud_score', 'newsletter', 'returns'],
    ['cart', 'fraud_score', 'newsletter', 'payment', 'search', 'returns'],
  ],
  [
    'change-failure-rate',
    ['search', 'payment', 'cart', 'fraud_score', 'newsletter', 'returns'],
    ['cart', 'payment', 'search', 'fraud_score', 'newsletter', 'returns'],
  ],
  [
    'deployed',
    ['search', 'payment', 'cart', 'fraud_score', 'newsletter', 'returns'],
    ['payment', 'search', 'cart', 'fraud_score', 'newsletter', 'returns'],
  ],
  [
    'incident',
    ['cart', 'fraud_score', 'newsletter', 'payment', 'returns', 'search'],
    ['cart', 'fraud_score', 'newsletter', 'payment', 'returns', 'search'],
  ],
  [
    // a sum of euros is neither above nor below one of dollars
    'cost',
    ['search', 'payment', 'cart', 'fraud_score', 'newsletter', 'returns'],
    ['payment', 'search', 'cart', 'fraud_score', 'newsletter', 'returns'],
  ],
  [
    'trend',
    ['search', 'payment', 'cart', 'fraud_score', 'newsletter', 'returns'],
    ['payment', 'search', 'cart', 'fraud_score', 'newsletter', 'returns'],
  ],
  [
    'unit-cost',
    ['payment', 'cart', 'fraud_score', 'newsletter', 'returns', 'search'],
    ['payment', 'cart', 'fraud_score', 'newsletter', 'returns', 'search'],
  ],
];

/** Those that say which way by themselves begin with what a reader wants. */
const BEGINS_WITH: Record<FleetSort, 'asc' | 'desc'> = {
  worst: 'desc',
  name: 'asc',
  owner: 'asc',
  budget: 'asc',
  'change-failure-rate': 'desc',
  deployed: 'desc',
  incident: 'asc',
  cost: 'desc',
  trend: 'desc',
  'unit-cost': 'desc',
};

describe('listFleet', () => {
  it.each(databases.ids)(
    'sorts by any lens, what is not known last, and pages alike, %p',
    async id => {
      const { names, health, caller } = await createFleetWorld({
        databases,
        id,
      });
      for (const [sort, first, turned] of ORDERS) {
        const order = BEGINS_WITH[sort];
        const other = order === 'asc' ? 'desc' : 'asc';
        expect([sort, await names({ sort })]).toEqual([sort, first]);
        expect([sort, await names({ sort, order })]).toEqual([sort, first]);
        expect([sort, await names({ sort, order: other })]).toEqual([
          sort,
          turned,
        ]);

        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await health.listServices(
            { sort, limit: 2, cursor },
            caller,
          );
          expect(page.totalItems).toBe(6);
          paged.push(...page.items.map(item => item.entityRef.split('/')[1]));
          cursor = page.pageInfo.nextCursor;
        } while (cursor);
        expect([sort, paged]).toEqual([sort, first]);
      }
      const { pageInfo } = await health.listServices({ limit: 1 }, caller);
      await expect(
        health.listServices(
          { sort: 'budget', cursor: pageInfo.nextCursor },
          caller,
        ),
      ).rejects.toThrow(/ordered by 'budget:asc'/);
      await expect(
        health.listServices(
          { order: 'asc', cursor: pageInfo.nextCursor },
          caller,
        ),
      ).rejects.toThrow(/ordered by 'worst:asc'/);
    },
  );

  it.each(databases.ids)('is narrowed by every filter, %p', async id => {
    const { names, health, caller } = await createFleetWorld({
      databases,
      id,
    });
    const found = async (request: ListFleetRequest) =>
      names({ sort: 'name', ...request });
    expect(await found({ owner: 'Group:default/shop' })).toEqual([
      'cart',
      'fraud_score',
      'newsletter',
      'payment',
    ]);
    expect(await found({ system: 'system:default/find' })).toEqual(['search']);
    expect(await found({ lifecycle: 'experimental' })).toEqual(['fraud_score']);
    expect(await found({ tier: '2' })).toEqual(['cart']);
    expect(await found({ state: 'burning' })).toEqual(['payment']);
    expect(await found({ state: ['exhausted', 'no-objective'] })).toEqual([
      'returns',
      'search',
    ]);
    expect(await found({ q: '100% PAY' })).toEqual(['payment']);
    expect(await found({ q: 'd_s' })).toEqual(['fraud_score']);
    expect(await found({ q: '%' })).toEqual(['payment']);
    expect(await found({ q: "'; drop table" })).toEqual([]);
    expect(await found({ owner: 'group:default/money', tier: '2' })).toEqual(
      [],
    );
    await expect(
      health.listServices({ owner: 'money' }, caller),
    ).rejects.toThrow(/no full entity ref/);
  });

  it.each(databases.ids)(
    'hands out what each lens says, and nothing for what is not known, %p',
    async id => {
      const { health, caller } = await createFleetWorld({ databases, id });
      const { items, lenses } = await health.listServices(
        { sort: 'name' },
        caller,
      );
      expect(Object.values(lenses).map(({ state }) => state)).toEqual([
        'ok',
        'ok',
        'ok',
      ]);
      const payment = items.find(
        ({ entityRef }) => entityRef === refOf('payment'),
      );
      expect(payment).toMatchObject({
        title: 'Payment 100% safe',
        type: 'service',
        lifecycle: 'production',
        tier: '1',
        owners: ['group:default/money', 'group:default/shop'],
        system: 'system:default/purchase',
        reliability: {
          objectives: 1,
          worst: {
            displayName: 'Availability',
            state: 'burning',
            trend: [1, null, 0.5],
          },
        },
        stability: {
          changeFailureRate: { events: 3, sampleSize: 44 },
          lastDeployment: { version: '=1+1', verdict: { name: 'clean' } },
        },
        // the portal's own currency is shown, the other is named
        cost: {
          currency: 'USD',
          monthToDate: '538.72',
          otherCurrencies: ['EUR'],
        },
      });
      expect(items.find(item => item.entityRef === refOf('returns'))).toEqual({
        entityRef: refOf('returns'),
        title: 'returns',
        type: 'service',
        lifecycle: 'production',
        tier: '1',
        owners: [],
        reliability: { objectives: 0, stateCounts: {} },
      });
    },
  );
});
