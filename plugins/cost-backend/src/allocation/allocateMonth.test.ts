import { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { allocateMonth } from './allocateMonth';
import { markAssumedDirty } from './markAssumedDirty';

const databases = createTestDatabases();
const NOW = Date.parse('2026-11-18T12:00:00Z');
const MONTH = '2026-04-01';

/** What others do right after a month's facts were read. */
let meanwhile: (trx: Knex) => Promise<void> = async () => {};

jest.mock('./readFacts', () => {
  const { readFacts } = jest.requireActual('./readFacts');
  return {
    readFacts: async (options: { trx: Knex }) => {
      const facts = await readFacts(options);
      await meanwhile(options.trx);
      return facts;
    },
  };
});

async function setUp(id: (typeof databases.ids)[number]) {
  const { client } = await databases.create(id);
  await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  const refs = ['cart', 'pay'].map(name => `component:default/${name}`);
  await client('service_index').insert(
    refs.map(ref => ({ entity_ref: ref, kind: 'component' })),
  );
  await insertBill({
    client,
    charges: [
      { day: '2026-04-02', amount: 10n, key: { product: 'CloudFront' } },
    ],
  });
  await client('cost_dirty').delete();
  const count = (trx: Knex, day: string) =>
    trx('cost_volume').insert(
      refs.map(ref => ({
        entity_ref: ref,
        unit: 'requests',
        day,
        volume: 5,
        read_at: 1,
      })),
    );
  return {
    count,
    async allocate() {
      await client.transaction(trx =>
        allocateMonth({
          trx,
          billingMonth: MONTH,
          now: NOW,
          settings: {
            tags: ['service'],
            rules: [
              { name: 'edge', match: { product: 'CloudFront' }, pool: 'edge' },
            ],
            pools: [{ name: 'edge', key: 'requests' }],
            currency: 'USD',
          },
        }),
      );
    },
    async dueMonths(): Promise<string[]> {
      await client.transaction(trx => markAssumedDirty({ trx, now: NOW }));
      return client('cost_dirty').pluck('billing_month');
    },
  };
}

describe('allocateMonth', () => {
  afterEach(() => {
    meanwhile = async () => {};
  });

  it.each(databases.ids)(
    'leaves a month to be looked at again whose requests were counted while it was allotted, %s',
    async id => {
      const { allocate, count, dueMonths } = await setUp(id);
      meanwhile = async trx => {
        await count(trx, '2026-06-02');
      };
      await allocate();
      expect(await dueMonths()).toEqual([MONTH]);
    },
  );

  it.each(databases.ids)(
    'leaves no month that was allotted by all that is known, %s',
    async id => {
      const { allocate, count, dueMonths } = await setUp(id);
      await allocate();
      expect(await dueMonths()).toEqual([]);
      meanwhile = async trx => {
        await count(trx, '2026-06-02');
      };
      await allocate();
      meanwhile = async () => {};
      await allocate();
      expect(await dueMonths()).toEqual([]);
    },
  );
});
