import type { AllocatedCost } from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { Knex } from 'knex';
import { MonthWriter } from './MonthWriter';

const databases = createTestDatabases();
const shared = databases.ids.filter(id => id !== 'SQLITE_3');

function costOf(billingMonth: string, amount: bigint): AllocatedCost {
  return {
    pool: 'unallocated',
    day: '2026-11-01',
    billingMonth,
    category: 'compute',
    kind: 'usage',
    currency: 'USD',
    amounts: {
      billed: amount,
      effective: amount,
      contracted: amount,
      list: amount,
    },
  };
}

async function writeMonth(options: {
  trx: Knex;
  billingMonth: string;
  costs: AllocatedCost[];
}): Promise<void> {
  const writer = await MonthWriter.create({ ...options, pace: Pace.create() });
  await writer.add(options.costs);
  await writer.finish();
}

describe('MonthWriter', () => {
  it.each(databases.ids)(
    'sums a day over the bills of all months that have it, %s',
    async id => {
      const { client } = await databases.create(id);
      for (const [billingMonth, amount] of [
        ['2026-10-01', 2n],
        ['2026-11-01', 3n],
        ['2026-10-01', 5n],
      ] as const) {
        await client.transaction(trx =>
          writeMonth({
            trx,
            billingMonth,
            costs: [costOf(billingMonth, amount)],
          }),
        );
      }
      const [total, ...others] = await client('cost_total');
      expect(others).toEqual([]);
      expect(Number(total.effective)).toBe(8);
    },
  );

  for (const id of shared) {
    it(`sums what two replicas write at once, ${id}`, async () => {
      const { client } = await databases.create(id);
      let second: Promise<void> | undefined;
      const write = (billingMonth: string, hold: () => Promise<void>) =>
        client.transaction(async trx => {
          const costs = [costOf(billingMonth, 4n)];
          await writeMonth({ trx, billingMonth, costs });
          await hold();
        });
      await write('2026-10-01', async () => {
        second = write('2026-11-01', async () => {});
        second.catch(() => undefined);
        await new Promise(resolve => setTimeout(resolve, 100));
      });
      await second;

      for (const table of ['cost_total', 'cost_monthly']) {
        const [sum, ...others] = await client(table);
        expect(others).toEqual([]);
        expect(Number(sum.effective)).toBe(8);
      }
    });
  }
});
