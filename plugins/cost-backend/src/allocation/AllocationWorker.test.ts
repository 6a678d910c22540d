import { mockServices } from '@backstage/backend-test-utils';
import { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { insertBill } from '../__testUtils__/insertBill';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { CostDatabase } from '../database/CostDatabase';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { AllocationWorker } from './AllocationWorker';
import type { AllocationSettings } from './AllocationSettings';
import { markAllDirty } from './markAllDirty';
import { markAssumedDirty } from './markAssumedDirty';
import { markDirty } from './markDirty';

const CART = 'component:default/cart';
const PAY = 'component:default/pay';
const SETTINGS: AllocationSettings = {
  tags: ['app'],
  labels: ['shop_example_service', 'app'],
  rules: [{ name: 'tax', match: { product: 'Tax' }, pool: 'platform' }],
  pools: [{ name: 'platform', key: 'even', members: [CART, PAY] }],
  currency: 'USD',
};

const databases = createTestDatabases();

async function setUp(id: (typeof databases.ids)[number]) {
  const database = await databases.create(id);
  const { client } = database;
  await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  await CatalogClaims.create({ client }).replaceAll({
    claims: {
      mapping: [
        { by: 'tag', value: 'cart', entityRef: CART },
        { by: 'label', value: 'cart', entityRef: CART },
        { by: 'label', value: 'pay', entityRef: PAY },
      ],
      dependencies: [],
    },
    onChange: async () => {},
  });
  const derive = jest.fn(async () => {});
  return { database, client, derive, worker: workerOf(database, derive) };
}

function workerOf(database: CostDatabase, derive: () => Promise<void>) {
  const logger = mockServices.logger.mock();
  const worker = AllocationWorker.create({
    database,
    settings: SETTINGS,
    logger,
    derive,
    now: () => 1_000,
  });
  return Object.assign(worker, { logger });
}

async function sums(client: Knex, table: string, by: string) {
  const rows: Array<Record<string, string>> = await client(table)
    .groupBy(by)
    .orderBy(by)
    .select(by, client.raw('cast(sum(effective) as text) as amount'));
  return Object.fromEntries(rows.map(row => [row[by] ?? '', row.amount]));
}

describe('AllocationWorker', () => {
  it.each(databases.ids)(
    'gives a month to services and pools, and sums it by day and month, %s',
    async id => {
      const { client, worker, derive } = await setUp(id);
      await insertBill({
        client,
        charges: [
          { day: '2026-11-01', amount: 100n, tags: { app: 'cart' } },
          { day: '2026-11-02', amount: 50n, tags: { app: 'cart' } },
          { day: '2026-11-02', amount: 7n },
          { day: '2026-11-02', amount: 3n, key: { product: 'Tax' } },
        ],
      });

      await expect(worker.drain()).resolves.toBe(1);

      const daily = await client('cost_daily')
        .orderBy(['day', 'entity_ref', 'effective'])
        .select('entity_ref', 'pool', 'day', 'basis');
      expect(daily).toContainEqual({
        entity_ref: CART,
        pool: null,
        day: '2026-11-02',
        basis: JSON.stringify({ by: 'direct', name: 'tag:app' }),
      });
      await expect(sums(client, 'cost_daily', 'entity_ref')).resolves.toEqual({
        '': '7',
        [CART]: '152',
        [PAY]: '1',
      });
      await expect(sums(client, 'cost_total', 'pool')).resolves.toEqual({
        '': '153',
        unallocated: '7',
      });
      await expect(sums(client, 'cost_monthly', 'entity_ref')).resolves.toEqual(
        { '': '7', [CART]: '152', [PAY]: '1' },
      );
      await expect(client('cost_dirty')).resolves.toEqual([]);
      expect(derive).toHaveBeenCalledTimes(1);
    },
  );

  it.each(databases.ids)(
    'replaces a month whole, with days that it no longer has, %s',
    async id => {
      const { client, worker } = await setUp(id);
      const earlier = { line: { billingMonth: '2026-11-01' } };
      await insertBill({
        client,
        charges: [
          { day: '2026-10-31', amount: 5n, ...earlier },
          { day: '2026-11-01', amount: 100n },
        ],
      });
      await worker.drain();
      await expect(sums(client, 'cost_total', 'day')).resolves.toEqual({
        '2026-10-31': '5',
        '2026-11-01': '100',
      });

      await insertBill({
        client,
        charges: [{ day: '2026-11-01', amount: 90n }],
      });
      await worker.drain();

      await expect(sums(client, 'cost_daily', 'day')).resolves.toEqual({
        '2026-11-01': '90',
      });
      await expect(sums(client, 'cost_total', 'day')).resolves.toEqual({
        '2026-11-01': '90',
      });
      await expect(sums(client, 'cost_monthly', 'month')).resolves.toEqual({
        '2026-11-01': '90',
      });
    },
  );

  it.each(databases.ids)(
    'shows the list price of a cluster where there is no bill, %s',
    async id => {
      const { client, worker } = await setUp(id);
      await client('cost_share').insert({
        source: 'opencost',
        cluster: 'prod',
        day: '2026-11-03',
        node: 'n1',
        owner_hash: 'x',
        owner_kind: 'idle',
        list_price: '2500000000',
        currency: 'USD',
      });
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));

      await worker.drain();

      await expect(
        client('cost_daily').select('pool', 'day', 'basis'),
      ).resolves.toEqual([
        {
          pool: 'idle',
          day: '2026-11-03',
          basis: JSON.stringify({ by: 'list-price', cluster: 'prod' }),
        },
      ]);

      // of a bill that was never read there is nothing else to show
      await client('cost_source').insert({
        name: 'bill',
        type: 'focus',
        kind: 'bill',
      });
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));
      await worker.drain();
      await expect(client('cost_daily').pluck('day')).resolves.toEqual([
        '2026-11-03',
      ]);

      // once it is read, a month that it does not have yet is not guessed
      await insertBill({
        client,
        charges: [{ day: '2026-10-07', amount: 5n }],
      });
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));
      await worker.drain();
      await expect(client('cost_daily').pluck('day')).resolves.toEqual([
        '2026-10-07',
      ]);
    },
  );

  it.each(databases.ids)(
    'allots months anew that an older version allotted without their proof, %s',
    async id => {
      const { client, database, derive, worker } = await setUp(id);
      await insertBill({
        client,
        charges: [
          { day: '2026-10-07', amount: 5n },
          { day: '2026-11-07', amount: 6n },
        ],
      });
      await client('cost_share').insert({
        source: 'opencost',
        cluster: 'prod',
        day: '2026-09-03',
        node: 'n1',
        owner_hash: 'x',
        owner_kind: 'idle',
        list_price: '2500000000',
        currency: 'USD',
      });
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));
      await expect(worker.drain()).resolves.toBe(3);
      await expect(workerOf(database, derive).drain()).resolves.toBe(0);

      // a replica of the version before took the mark
      for (const table of ['cost_conservation', 'cost_invoice']) {
        await client(table).where('billing_month', '2026-10-01').delete();
      }
      await expect(workerOf(database, derive).drain()).resolves.toBe(1);

      await expect(
        client('cost_conservation')
          .orderBy('billing_month')
          .select('billing_month', 'bill_effective', 'parts_effective'),
      ).resolves.toEqual([
        {
          billing_month: '2026-10-01',
          bill_effective: '5',
          parts_effective: '5',
        },
        {
          billing_month: '2026-11-01',
          bill_effective: '6',
          parts_effective: '6',
        },
      ]);
    },
  );

  it.each(databases.ids)(
    'keeps list prices in the currency of their cluster, %s',
    async id => {
      const { client, worker } = await setUp(id);
      const share = {
        cluster: 'prod',
        day: '2026-11-03',
        node: 'n1',
        owner_hash: 'x',
        owner_kind: 'idle',
      };
      await client('cost_share').insert([
        { ...share, source: 'eu', list_price: '25', currency: 'EUR' },
        { ...share, source: 'us', list_price: '10', currency: 'USD' },
      ]);
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));

      await worker.drain();

      await expect(sums(client, 'cost_daily', 'currency')).resolves.toEqual({
        EUR: '25',
        USD: '10',
      });
      await expect(sums(client, 'cost_total', 'currency')).resolves.toEqual({
        EUR: '25',
        USD: '10',
      });
    },
  );

  it.each(databases.ids)(
    'goes by the labels of app-config, in their order, %s',
    async id => {
      const { client, worker } = await setUp(id);
      await client('cost_share').insert({
        source: 'eu',
        cluster: 'prod',
        day: '2026-11-03',
        node: 'n1',
        owner_hash: 'x',
        owner_kind: 'workload',
        labels: JSON.stringify({ app: 'pay', shop_example_service: 'cart' }),
        list_price: '25',
        storage_price: '5',
        currency: 'USD',
      });
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));

      await worker.drain();

      await expect(sums(client, 'cost_daily', 'entity_ref')).resolves.toEqual({
        [CART]: '30',
      });
    },
  );

  it.each(databases.ids)(
    'leaves the last split and the other months alone when one cannot be read, %s',
    async id => {
      const { client, worker } = await setUp(id);
      const charges = [
        { day: '2026-10-01', amount: 1n },
        { day: '2026-11-01', amount: 2n },
      ];
      await insertBill({ client, charges });
      await worker.drain();
      await client('cost_key').update({ content: 'broken' });
      await client('cost_line').where('day', '2026-10-01').delete();
      await client.transaction(trx => markAllDirty({ trx, now: 0 }));

      await worker.drain();

      await expect(sums(client, 'cost_daily', 'day')).resolves.toEqual({
        '2026-11-01': '2',
      });
      await expect(
        client('cost_dirty').pluck('billing_month'),
      ).resolves.toEqual(['2026-11-01']);
      expect(worker.logger.error).toHaveBeenCalledWith(
        expect.stringContaining('2026-11-01 could not be allotted'),
        expect.anything(),
      );
    },
  );

  const shared = databases.ids.filter(id => id !== 'SQLITE_3');
  for (const id of shared) {
    it(`shares the months between replicas, ${id}`, async () => {
      const { client, database, worker, derive } = await setUp(id);
      const months = Array.from({ length: 8 }, (_, n) => `2026-0${n + 1}-01`);
      await insertBill({
        client,
        charges: months.map(day => ({ day, amount: 3n })),
      });

      const done = await Promise.all([
        worker.drain(),
        workerOf(database, derive).drain(),
      ]);

      expect(done[0] + done[1]).toBe(8);
      await expect(sums(client, 'cost_total', 'pool')).resolves.toEqual({
        unallocated: '24',
      });
    });

    it(`leaves a mark behind that is set while the month is allotted, ${id}`, async () => {
      const { client, worker } = await setUp(id);
      await insertBill({
        client,
        charges: [{ day: '2026-11-01', amount: 1n }],
      });
      let marked: Promise<void> | undefined;
      await client.transaction(async trx => {
        await trx('cost_dirty').forUpdate().select();
        marked = client.transaction(other =>
          markDirty({ trx: other, billingMonths: ['2026-11-01'], now: 5 }),
        );
        await new Promise(resolve => setTimeout(resolve, 50));
        await trx('cost_dirty').delete();
      });
      await marked;

      await expect(worker.drain()).resolves.toBe(1);
    });

    it(`leaves one behind as well where other requests are known meanwhile, ${id}`, async () => {
      const { client } = await setUp(id);
      const month = '2026-04-01';
      await insertBill({ client, charges: [{ day: month, amount: 1n }] });
      await client('cost_assumed').insert({
        billing_month: month,
        name: 'edge',
        shared_by: 'requests',
        of_month: '',
        days: 1,
        known: 'less',
      });
      let marked: Promise<void> | undefined;
      await client.transaction(async trx => {
        await trx('cost_dirty').forUpdate().select();
        marked = client.transaction(other =>
          markAssumedDirty({ trx: other, now: 5 }),
        );
        await new Promise(resolve => setTimeout(resolve, 50));
        await trx('cost_dirty').delete();
      });
      await marked;

      await expect(
        client('cost_dirty').pluck('billing_month'),
      ).resolves.toEqual([month]);
    });
  }
});
