import { COST_METRICS, parseAmount } from '@plimsoll/plugin-cost-common';
import { insertBill } from '../../__testUtils__/insertBill';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, UNIT } from '../__testUtils__/costWorld';

const databases = createTestDatabases();

describe('readInvoices', () => {
  it.each(databases.ids)(
    'tells each invoice apart, newest first, with what it has of other months, %s',
    async id => {
      const { client, bill, cost, caller, derive, worker } =
        await createCostWorld({ databases, id });
      const other = { key: { billingAccount: '2' } };
      await insertBill({
        client,
        source: 'hand',
        charges: [{ day: '2026-10-03', amount: 7n * UNIT }],
      });
      await bill([
        { day: '2026-10-01', amount: 3n * UNIT },
        { day: '2026-10-31', amount: 20n * UNIT, ...other },
        // a refund for September, on October's bill
        {
          day: '2026-09-19',
          amount: -2n * UNIT,
          line: { billingMonth: '2026-10-01', kind: 'refund' },
        },
        { day: '2026-11-01', amount: 5n * UNIT },
        {
          day: '2026-11-01',
          amount: 4n * UNIT,
          line: { currency: 'EUR' },
        },
      ]);
      await derive.markDue();
      await worker.drain();

      const { invoices, conservation } = await cost.getDataQuality(caller);
      expect(
        invoices.map(one => [
          one.billingMonth,
          one.source,
          one.billingAccount,
          one.currency,
          one.bill.billed,
          one.ofOtherMonths?.billed,
        ]),
      ).toEqual([
        ['2026-11-01', 'bill', '1', 'EUR', '4.00', undefined],
        ['2026-11-01', 'bill', '1', 'USD', '5.00', undefined],
        ['2026-10-01', 'bill', '1', 'USD', '1.00', '-2.00'],
        ['2026-10-01', 'bill', '2', 'USD', '20.00', undefined],
        ['2026-10-01', 'hand', '1', 'USD', '7.00', undefined],
      ]);
      // each month is what its invoices come to
      for (const {
        billingMonth,
        currency,
        metric,
        bill: sum,
      } of conservation) {
        const own = invoices.filter(
          one => one.billingMonth === billingMonth && one.currency === currency,
        );
        expect(
          own.reduce((all, one) => all + parseAmount(one.bill[metric]), 0n),
        ).toBe(parseAmount(sum));
      }
      expect(conservation).toHaveLength(3 * COST_METRICS.length);
      // the page of October is its bill, without what is of September
      const october = { from: '2026-10-01', to: '2026-11-01' };
      const overview = await cost.getOverview(october, caller);
      expect(overview.bill).toBe('30.00');
    },
  );

  it.each(databases.ids)(
    'is what was delivered to the last digit, %s',
    async id => {
      const { client, bill, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      await client('cost_bill_total').insert({
        source: 'bill',
        billing_account: '1',
        billing_month: '2026-11-01',
        currency: 'USD',
        billed: '5.000000000499999',
        effective: '4.9999999996',
        contracted: '5',
        list: '5',
      });
      await bill([{ day: '2026-11-01', amount: 5n * UNIT }]);
      const { invoices } = await cost.getDataQuality(caller);
      expect(invoices).toEqual([
        {
          source: 'bill',
          billingAccount: '1',
          billingMonth: '2026-11-01',
          currency: 'USD',
          bill: {
            billed: '5.000000000499999',
            effective: '4.9999999996',
            contracted: '5.00',
            list: '5.00',
          },
        },
      ]);
    },
  );

  it.each(databases.ids)(
    'forgets what is no longer billed, and allots anew what lacks it, %s',
    async id => {
      const { client, bill, cost, caller, worker, clock } =
        await createCostWorld({ databases, id });
      await bill([
        { day: '2026-11-01', amount: 5n * UNIT },
        { day: '2026-11-01', amount: 1n * UNIT, key: { billingAccount: '2' } },
      ]);
      await bill([{ day: '2026-11-01', amount: 5n * UNIT }]);
      const accounts = async () => {
        const { invoices } = await cost.getDataQuality(caller);
        return invoices.map(({ billingAccount }) => billingAccount);
      };
      expect(await accounts()).toEqual(['1']);

      // as a replica of the version before leaves it
      await client('cost_invoice').delete();
      expect(await accounts()).toEqual([]);
      clock.now += 3_600_000;
      await worker.drain();
      expect(await accounts()).toEqual(['1']);
    },
  );
});
