import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, UNIT } from '../__testUtils__/costWorld';

const databases = createTestDatabases();

describe('readConservation', () => {
  it.each(databases.ids)(
    'names what the bill has below nano-units, and the rest is 0, %s',
    async id => {
      const { client, bill, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      const exact = {
        source: 'bill',
        billing_account: '1',
        billing_month: '2026-11-01',
        currency: 'USD',
        billed: '8',
        effective: '7.9999999996',
        contracted: '8.000000000499999',
        list: '8.0',
      };
      await client('cost_bill_total').insert([
        exact,
        // of an account that has no lines, and of another month
        { ...exact, billing_account: '2', effective: '5.1' },
        { ...exact, billing_month: '2026-10-01', effective: '5.1' },
      ]);
      await bill([
        { day: '2026-11-01', amount: 5n * UNIT, tags: { service: 'cart' } },
        { day: '2026-11-02', amount: 2n * UNIT, key: { product: 'EKS' } },
        { day: '2026-11-02', amount: 1n * UNIT },
      ]);

      const { conservation } = await cost.getDataQuality(caller);
      const row = {
        billingMonth: '2026-11-01',
        currency: 'USD',
        allocated: '8.00',
        difference: '0.00',
      };
      expect(conservation).toEqual([
        {
          ...row,
          metric: 'effective',
          bill: '7.9999999996',
          residue: '-0.0000000004',
        },
        { ...row, metric: 'billed', bill: '8.00', residue: '0.00' },
        {
          ...row,
          metric: 'contracted',
          bill: '8.000000000499999',
          residue: '0.000000000499999',
        },
        { ...row, metric: 'list', bill: '8.00', residue: '0.00' },
      ]);
    },
  );

  it.each(databases.ids)(
    'leaves out months that are to be allotted anew, %s',
    async id => {
      const { client, bill, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      await bill([
        { day: '2026-10-31', amount: 3n * UNIT },
        { day: '2026-11-01', amount: 5n * UNIT },
      ]);
      const billed = async () => {
        const { conservation, invoices } = await cost.getDataQuality(caller);
        return [
          conservation
            .filter(({ metric }) => metric === 'billed')
            .map(({ billingMonth, bill: sum }) => `${billingMonth} ${sum}`),
          invoices.map(one => `${one.billingMonth} ${one.bill.billed}`),
        ];
      };
      const october = '2026-10-01 3.00';
      const november = '2026-11-01 5.00';
      const both = [november, october];
      await expect(billed()).resolves.toEqual([both, both]);
      await client('cost_dirty').insert({
        billing_month: '2026-10-01',
        since: 0,
        due_at: 0,
      });
      await expect(billed()).resolves.toEqual([[november], [november]]);
    },
  );

  it.each(databases.ids)('asks for no line and no part, %s', async id => {
    const { client, bill, cost, caller } = await createCostWorld({
      databases,
      id,
    });
    await bill([{ day: '2026-11-01', amount: 5n * UNIT }]);
    const asked: string[] = [];
    client.on('query', ({ sql }: { sql: string }) => asked.push(sql));
    await cost.getDataQuality(caller);
    expect(asked.some(sql => /cost_conservation/.test(sql))).toBe(true);
    expect(asked.filter(sql => /\bcost_(line|daily)\b/.test(sql))).toEqual([]);
  });
});
