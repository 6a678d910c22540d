import type { BillTotal } from '@plimsoll/plugin-cost-node';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { billLine } from './__testUtils__/FakeBills';
import { createImportWorld } from './__testUtils__/importWorld';

const total = (billingMonth: string, amount: string): BillTotal => ({
  billingAccount: 'acme',
  billingMonth,
  currency: 'USD',
  billed: amount,
  effective: amount,
  contracted: amount,
  list: amount,
});

describe('writeExactTotals', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'keeps what bills come to before rounding, with their lines, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const totals = () =>
        world
          .client('cost_bill_total')
          .orderBy('billing_month')
          .select('billing_month', 'effective', 'source', 'currency');
      const deliver = async (version: string, ...exact: BillTotal[]) => {
        world.bills.put('a', {
          version,
          lines: exact.map(({ billingMonth }) =>
            billLine({ day: billingMonth }),
          ),
          reading: { exact },
        });
        await world.run();
      };
      await deliver(
        '1',
        total('2026-09-01', '1.0000000004'),
        total('2026-10-01', '0.999999999600001'),
      );
      expect(await totals()).toEqual([
        {
          source: 'bill',
          billing_month: '2026-09-01',
          currency: 'USD',
          effective: '1.0000000004',
        },
        expect.objectContaining({ effective: '0.999999999600001' }),
      ]);

      await deliver(
        '2',
        total('2026-10-01', '1.0000000001'),
        total('2026-11-01', '1'),
      );
      expect(await totals()).toEqual([
        expect.objectContaining({
          billing_month: '2026-10-01',
          effective: '1.0000000001',
        }),
        expect.objectContaining({ billing_month: '2026-11-01' }),
      ]);
    },
  );
});
