import { iso, NOON, refOf } from '../../__testUtils__/summaries';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createFleetWorld } from '../__testUtils__/fleetWorld';

const databases = createTestDatabases();

describe('getStrip', () => {
  it.each(databases.ids)(
    'sums the fleet, by currency where it is money, %p',
    async id => {
      const { health, caller } = await createFleetWorld({ databases, id });
      const strip = await health.getStrip(caller);
      expect(strip).toMatchObject({
        services: 6,
        reliability: {
          states: { exhausted: 1, burning: 1, ok: 2, 'no-data': 1 },
          burning: 1,
          exhausted: 1,
          withoutNumber: 1,
          withoutObjective: 1,
        },
        stability: {
          incidentsOpen: 1,
          servicesWithIncident: 1,
          oldestIncident: {
            label: 'INC-482',
            title: 'Redis cannot read cart entries',
            startedAt: iso(NOON - 9 * 3_600_000),
            entityRef: refOf('cart'),
            serviceTitle: 'cart',
          },
          changeFailureRate: {
            days: 90,
            events: 9,
            sampleSize: 114,
            pending: 4,
            value: 9 / 114,
            interval: {
              low: expect.closeTo(0.0421, 4),
              high: expect.closeTo(0.1433, 4),
            },
          },
        },
        facets: {
          owners: [
            'group:default/discovery',
            'group:default/money',
            'group:default/shop',
          ],
          systems: ['system:default/find', 'system:default/purchase'],
          lifecycles: ['experimental', 'production'],
          tiers: ['1', '2'],
        },
      });
      expect(strip.cost).toEqual([
        {
          currency: 'USD',
          services: 2,
          monthToDate: '1430.82',
          forecast: '1500.00',
          forecastServices: 1,
          // exactly: 0.1 + 0.2
          saving: '0.30',
          savingServices: 2,
        },
        {
          currency: 'EUR',
          services: 2,
          monthToDate: '10000000000099.00',
          forecastServices: 0,
          saving: '9.00',
          savingServices: 1,
        },
      ]);
    },
  );

  it.each(databases.ids)('is empty of an empty fleet, %p', async id => {
    const world = await createFleetWorld({ databases, id });
    await world.services.replaceAll([]);
    await world.sync.sync();
    const strip = await world.health.getStrip(world.caller);
    expect(strip).toMatchObject({
      services: 0,
      reliability: { burning: 0, withoutObjective: 0 },
      stability: {
        incidentsOpen: 0,
        changeFailureRate: { days: 90, events: 0, sampleSize: 0, pending: 0 },
      },
      cost: [],
      facets: { owners: [], systems: [], lifecycles: [], tiers: [] },
    });
    expect(strip.stability?.changeFailureRate).not.toHaveProperty('value');
  });
});
