import type { Knex } from 'knex';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
  UNIT,
} from '../__testUtils__/costWorld';

const databases = createTestDatabases();

/** A writing that changed a month, in hundredths. */
async function restate(
  client: Knex,
  one: { month: string; cents: number; at?: string; source?: string },
) {
  const { month, cents, at = '2026-11-05', source = 'bill' } = one;
  const before = 1_000n * UNIT;
  await client('cost_restatement').insert({
    id: `${source} ${month} ${at} ${cents}`,
    source,
    billing_account: '1',
    billing_month: `${month}-01`,
    currency: 'USD',
    metric: 'effective',
    at: Date.parse(`${at}T03:00:00Z`),
    amount_before: before.toString(),
    amount_after: (before + (BigInt(cents) * UNIT) / 100n).toString(),
    largest: '[]',
  });
}

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({ databases, id });
  const { client, cost, caller } = world;
  await world.bill(ordinaryBill());
  return {
    client,
    cost,
    caller,
    async told(range: object = {}) {
      const { proof } = await cost.getOverview(range, caller);
      return proof.restated.map(({ billingMonth, difference, sources }) =>
        [billingMonth.slice(0, 7), difference, ...sources].join(' '),
      );
    },
  };
}

describe('readRestated', () => {
  it.each(databases.ids)(
    'tells of the months that are compared with, too, %s',
    async id => {
      const { client, cost, caller, told } = await setUp(id);
      await restate(client, { month: '2026-10', cents: -318 });
      await restate(client, { month: '2026-08', cents: 500 });

      expect(await told()).toEqual(['2026-10 -3.18 bill']);
      // Those days are compared with September's
      expect(await told({ from: '2026-10-20', to: '2026-11-17' })).toEqual([
        '2026-10 -3.18 bill',
      ]);
      expect(await told({ from: '2026-09-20', to: '2026-09-25' })).toEqual([
        '2026-08 5.00 bill',
      ]);
      // a service's page has its months, and those of its chart
      const page = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(
        page.proof.restated.map(({ billingMonth }) => billingMonth),
      ).toEqual(['2026-10-01', '2026-08-01']);
    },
  );

  it.each(databases.ids)(
    'adds up what the writings of a month changed, and forgets what came back, %s',
    async id => {
      const { client, cost, caller, told } = await setUp(id);
      await restate(client, { month: '2026-10', cents: -318 });
      await restate(client, { month: '2026-10', cents: 18, at: '2026-11-09' });
      await restate(client, { month: '2026-11', cents: 700 });
      await restate(client, {
        month: '2026-11',
        cents: -700,
        at: '2026-11-12',
      });

      expect(await told()).toEqual(['2026-10 -3.00 bill']);
      const { proof } = await cost.getOverview({}, caller);
      expect(proof.restated[0].at).toBe('2026-11-09T03:00:00.000Z');
    },
  );

  it.each(databases.ids)(
    'leaves out sources that are gone, and names the others, %s',
    async id => {
      const { client, cost, caller, told } = await setUp(id);
      await restate(client, { month: '2026-11', cents: 2280, source: 'hand' });
      await restate(client, { month: '2026-11', cents: 10 });
      await client('cost_source').insert({
        name: 'hand',
        type: 'focus',
        kind: 'bill',
      });
      expect(await told()).toEqual(['2026-11 22.90 bill hand']);
      const listed = async () => {
        const { items } = await cost.listRestatements({}, caller);
        return items.map(({ source }) => source).sort();
      };
      expect(await listed()).toEqual(['bill', 'hand']);

      await client('cost_source').where('name', 'hand').update('kind', 'gone');
      expect(await told()).toEqual(['2026-11 0.10 bill']);
      expect(await listed()).toEqual(['bill']);
    },
  );
});
