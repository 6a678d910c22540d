import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, NOON, UNIT } from '../__testUtils__/costWorld';
import { readBillState } from './readBillState';

const databases = createTestDatabases();
const EURO = { line: { currency: 'EUR' } };

describe('readBillState', () => {
  it.each(databases.ids)(
    'knows the currency of a bill that nobody owns any of, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill([{ day: '2026-11-16', amount: 5n * UNIT, ...EURO }]);

      await expect(
        readBillState({ client: world.client, now: NOON }),
      ).resolves.toMatchObject({
        currencies: ['EUR'],
        since: '2026-11-16',
        completeTo: '2026-11-16',
      });
      const { bill, proof } = await world.cost.getOverview({}, world.caller);
      expect(bill).toBe('5.00');
      expect(proof).toMatchObject({ currency: 'EUR', otherCurrencies: [] });
      expect(proof.unallocated).toMatchObject({ amount: '5.00' });
    },
  );

  it.each(databases.ids)(
    'names the currency in which only unowned charges are, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill([
        { day: '2026-11-16', amount: UNIT, tags: { service: 'cart' } },
        { day: '2026-11-16', amount: 5n * UNIT, ...EURO },
      ]);

      const { bill, proof } = await world.cost.getOverview({}, world.caller);
      expect(bill).toBe('1.00');
      expect(proof).toMatchObject({
        currency: 'USD',
        otherCurrencies: ['EUR'],
      });
    },
  );

  it.each(databases.ids)(
    'says how much of the bill was read while some was not, %s',
    async id => {
      const { client, cost, caller } = await createCostWorld({ databases, id });
      const row = { source: 'bill', version: '' };
      await client('cost_source').insert({
        name: 'old',
        type: 'focus',
        kind: 'gone',
      });
      await client('cost_delivery').insert([
        { ...row, id: '2026-11', state: 'read' },
        { ...row, id: '2026-10', state: 'refused' },
        { ...row, id: '2026-09', state: 'reading' },
        { ...row, id: '2026-08', state: 'reading' },
        { ...row, id: '2026-08', source: 'old', state: 'reading' },
      ]);
      const readingOf = async () => (await cost.getDataQuality(caller)).proof;
      expect((await readingOf()).reading).toEqual({ read: 2, of: 4 });

      await client('cost_delivery')
        .where({ source: 'bill', state: 'reading' })
        .update({ state: 'read' });
      expect(await readingOf()).not.toHaveProperty('reading');
    },
  );
});
