import type { AllocationBasis } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { Charge } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  refOf,
  UNIT,
} from '../service/__testUtils__/costWorld';
import { markByRequestsDirty } from './markByRequestsDirty';

const databases = createTestDatabases();

const ALLOCATION = {
  tags: ['service'],
  rules: [{ name: 'edge', match: { product: 'CloudFront' }, pool: 'edge' }],
  pools: [{ name: 'edge', key: 'requests' as const }],
  currency: 'USD',
};

/** The edge costs 10 on the second day of each month. */
const edgeOf = (month: string): Charge => ({
  day: `${month}-02`,
  amount: 10n * UNIT,
  key: { product: 'CloudFront' },
});

async function count(client: Knex, day: string, requests: object) {
  await client('cost_volume').insert(
    Object.entries(requests).map(([name, volume]) => ({
      entity_ref: refOf(name),
      unit: 'requests',
      day,
      volume,
      read_at: 1,
    })),
  );
}

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({
    databases,
    id,
    context: { allocation: ALLOCATION },
  });
  const { client } = world;
  return {
    ...world,
    /** What of a month's edge each service has, and by what. */
    async partsOf(month: string) {
      const rows: Array<{ entity_ref: string; basis: string; amount: string }> =
        await client('cost_daily')
          .where({ billing_month: `${month}-01` })
          .orderBy('entity_ref')
          .select(
            'entity_ref',
            'basis',
            client.raw('cast(effective as text) as amount'),
          );
      return rows.map(row => {
        const { of, key, insteadOf } = JSON.parse(row.basis) as Extract<
          AllocationBasis,
          { by: 'shared' }
        >;
        return [
          row.entity_ref.split('/')[1],
          Number(row.amount) / Number(UNIT),
          key,
          of ?? insteadOf,
        ];
      });
    },
    async dueMonths() {
      return client('cost_dirty')
        .orderBy('billing_month')
        .select('billing_month', 'due_at')
        .then(rows => rows.map(row => [row.billing_month, Number(row.due_at)]));
    },
    async counted() {
      await client.transaction(trx =>
        markByRequestsDirty({
          trx,
          allocation: ALLOCATION,
          now: world.clock.now,
        }),
      );
    },
  };
}

describe('what is shared by requests before they were counted', () => {
  it.each(databases.ids)(
    'is shared as in the nearest month of which they are known, and data quality says so, %s',
    async id => {
      const { client, bill, partsOf, cost, caller } = await setUp(id);
      await count(client, '2026-09-25', { cart: 90, pay: 10 });
      await count(client, '2026-10-02', { cart: 30, pay: 70 });
      await count(client, '2026-11-03', { cart: 20, pay: 80 });
      await bill(['2025-12', '2026-08', '2026-10', '2026-11'].map(edgeOf));

      const asInSeptember = [
        ['cart', 9, 'requests', '2026-09-01'],
        ['pay', 1, 'requests', '2026-09-01'],
      ];
      expect(await partsOf('2025-12')).toEqual(asInSeptember);
      expect(await partsOf('2026-08')).toEqual(asInSeptember);
      expect(await partsOf('2026-10')).toEqual([
        ['cart', 3, 'requests', undefined],
        ['pay', 7, 'requests', undefined],
      ]);
      expect(await partsOf('2026-11')).toEqual([
        ['cart', 2, 'requests', '2026-11-01'],
        ['pay', 8, 'requests', '2026-11-01'],
      ]);

      const { deliveries } = await cost.getDataQuality(caller);
      expect(
        deliveries.filter(({ source }) => source === 'allocation'),
      ).toEqual([
        {
          source: 'allocation',
          delivery: 'edge',
          state: 'read',
          faults: [
            expect.objectContaining({
              rule: 'shared-as-other-month',
              count: 2,
              place: '2025-12, 2026-08, as in 2026-09',
            }),
            expect.objectContaining({
              rule: 'shared-as-other-month',
              count: 1,
              place: '2026-11, as in 2026-11',
            }),
          ],
        },
      ]);
      const page = await cost.getServiceCost(
        refOf('cart'),
        { from: '2026-08-01', to: '2026-09-01' },
        caller,
      );
      expect(page.categories[0].bases[0].basis).toEqual({
        by: 'shared',
        pool: 'edge',
        key: 'requests',
        of: '2026-09-01',
      });
    },
  );

  it.each(databases.ids)(
    'is shared evenly while nothing is known, and as it was once it is, %s',
    async id => {
      const world = await setUp(id);
      const { client, bill, partsOf, counted, dueMonths, clock, worker } =
        world;
      const months = ['2026-04', '2026-08', '2026-09', '2026-10', '2026-11'];
      await bill(months.map(edgeOf));
      const even = (name: string) => [
        name,
        expect.closeTo(10 / 3, 6),
        'even',
        'requests',
      ];
      expect(await partsOf('2026-04')).toEqual(
        ['cart', 'lone', 'pay'].map(even),
      );
      const { deliveries } = await world.cost.getDataQuality(world.caller);
      expect(deliveries[0]).toMatchObject({
        delivery: 'edge',
        faults: [
          {
            rule: 'shared-evenly-not-by-requests',
            count: 5,
            place: '5 months between 2026-04 and 2026-11',
          },
        ],
      });

      await count(client, '2026-09-25', { cart: 90, pay: 10 });
      await counted();
      // the latest at once, those before when the count has settled
      const later = clock.now + 120_000;
      expect(await dueMonths()).toEqual([
        ['2026-04-01', later],
        ['2026-08-01', later],
        ['2026-09-01', clock.now],
        ['2026-10-01', clock.now],
        ['2026-11-01', clock.now],
      ]);
      clock.now = later;
      await worker.drain();
      expect(await partsOf('2026-04')).toEqual([
        ['cart', 9, 'requests', '2026-09-01'],
        ['pay', 1, 'requests', '2026-09-01'],
      ]);

      // what stands on September is looked at again when September changes
      await count(client, '2026-11-02', { cart: 1 });
      await counted();
      expect((await dueMonths()).map(([month]) => month)).toEqual([
        '2026-09-01',
        '2026-10-01',
        '2026-11-01',
      ]);
      clock.now += 120_000;
      await worker.drain();
      await count(client, '2026-09-26', { cart: 10, pay: 90 });
      await counted();
      clock.now += 120_000;
      await worker.drain();
      expect(await partsOf('2026-04')).toEqual([
        ['cart', 5, 'requests', '2026-09-01'],
        ['pay', 5, 'requests', '2026-09-01'],
      ]);
      const { deliveries: after } = await world.cost.getDataQuality(
        world.caller,
      );
      expect(after[0].faults.map(({ rule }) => rule)).toEqual([
        'shared-as-other-month',
      ]);
    },
  );

  it.each(databases.ids)(
    'follows those who share it, and not all that are counted, %s',
    async id => {
      const { client, bill, partsOf, context } = await setUp(id);
      Object.assign(context.allocation.pools[0], {
        members: [refOf('cart'), refOf('lone')],
      });
      try {
        await count(client, '2026-06-02', { cart: 1, pay: 9 });
        await count(client, '2026-08-02', { pay: 9 });
        await bill([edgeOf('2026-09')]);
        expect(await partsOf('2026-09')).toEqual([
          ['cart', 10, 'requests', '2026-06-01'],
        ]);
      } finally {
        Object.assign(context.allocation.pools[0], { members: undefined });
      }
    },
  );

  it.each(databases.ids)(
    'takes the month that is nearest to the bill, not to a day that it corrects, %s',
    async id => {
      const { client, bill, partsOf } = await setUp(id);
      await count(client, '2026-04-02', { cart: 9, pay: 1 });
      await count(client, '2026-11-02', { cart: 1, pay: 9 });
      await bill([
        edgeOf('2026-10'),
        {
          ...edgeOf('2026-07'),
          line: { billingMonth: '2026-10-01', correction: true },
        },
      ]);
      const asInNovember = [
        ['cart', 1, 'requests', '2026-11-01'],
        ['cart', 1, 'requests', '2026-11-01'],
        ['pay', 9, 'requests', '2026-11-01'],
        ['pay', 9, 'requests', '2026-11-01'],
      ];
      expect(await partsOf('2026-10')).toEqual(asInNovember);
    },
  );

  it.each(databases.ids)(
    'sees a month between, in which its own group had requests for the first time, %s',
    async id => {
      const world = await setUp(id);
      const { client, bill, partsOf, context, counted, clock, worker } = world;
      Object.assign(context.allocation.pools[0], {
        members: [refOf('cart'), refOf('lone')],
      });
      try {
        await count(client, '2026-02-02', { cart: 1, lone: 9 });
        await count(client, '2026-04-02', { pay: 9 });
        await bill(
          ['05', '09', '10', '11'].map(month => edgeOf(`2026-${month}`)),
        );
        expect((await partsOf('2026-05'))[0]).toContain('2026-02-01');
        await count(client, '2026-03-02', { cart: 9, lone: 1 });
        await counted();
        clock.now += 120_000;
        await worker.drain();
        expect(await partsOf('2026-05')).toEqual([
          ['cart', 9, 'requests', '2026-03-01'],
          ['lone', 1, 'requests', '2026-03-01'],
        ]);
      } finally {
        Object.assign(context.allocation.pools[0], { members: undefined });
      }
    },
  );

  it.each(databases.ids)(
    'is not looked at again for days that are still measured, %s',
    async id => {
      const { client, bill, counted, clock, worker, dueMonths } = await setUp(
        id,
      );
      await count(client, '2026-11-02', { cart: 1, pay: 9 });
      await bill(['2026-04', '2026-09', '2026-10', '2026-11'].map(edgeOf));
      const monthsDue = async () => {
        await counted();
        const months = (await dueMonths()).map(([month]) => month);
        clock.now += 120_000;
        await worker.drain();
        return months;
      };
      const newest = ['2026-09-01', '2026-10-01', '2026-11-01'];

      // the clock stands at the 18th
      await count(client, '2026-11-16', { cart: 5, pay: 5 });
      expect(await monthsDue()).toEqual(newest);
      await client('cost_volume')
        .where({ day: '2026-11-16', entity_ref: refOf('cart') })
        .update({ volume: 6 });
      expect(await monthsDue()).toEqual(newest);
      clock.now += 4 * 86_400_000;
      expect(await monthsDue()).toEqual(['2026-04-01', ...newest]);
      expect(await monthsDue()).toEqual(newest);
    },
  );

  it('asks a few times, however many share something', async () => {
    const { client, bill, worker, clock } = await setUp('SQLITE_3');
    await bill([edgeOf('2026-11')]);
    await client('cost_dependency').insert(
      Array.from({ length: 40 }, (_, n) => ({
        resource_ref: `resource:default/r${n}`,
        consumer_ref: refOf(n % 2 === 0 ? 'cart' : 'pay'),
        split_by: 'requests',
      })),
    );
    await client('cost_dirty').insert({
      billing_month: '2026-11-01',
      since: 0,
      due_at: clock.now,
    });
    const asked: string[] = [];
    client.on('query', ({ sql }: { sql: string }) => asked.push(sql));
    await worker.drain();
    const ofRequests = asked.filter(sql => sql.includes('case when day <'));
    expect(ofRequests).toHaveLength(1);
    expect(
      asked.filter(sql => sql.includes('cost_volume')).length,
    ).toBeLessThan(40);
  });
});
