import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { billLine } from './__testUtils__/FakeBills';
import { createImportWorld } from './__testUtils__/importWorld';
import { GONE_AFTER_MS } from './markGone';

const databases = createTestDatabases();

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createImportWorld({ databases, id });
  const { client } = world;
  return {
    ...world,
    /** What is kept of deliveries, with those that are gone marked. */
    async kept() {
      const rows: Array<{ id: string; state: string; gone_at: unknown }> =
        await client('cost_delivery').orderBy('id');
      return rows.map(({ id: name, state, gone_at: goneAt }) =>
        [name, state, ...(goneAt === null ? [] : ['gone'])].join(' '),
      );
    },
    async later() {
      world.clock.now += GONE_AFTER_MS;
      await world.run();
    },
  };
}

describe('deliveries whose files are gone', () => {
  it.each(databases.ids)(
    'stay in the bill when they were read, and are marked, %s',
    async id => {
      const { bills, run, later, kept, lines } = await setUp(id);
      const delivery = {
        version: '1',
        lines: [billLine({ day: '2026-11-01' })],
      };
      bills.put('2026-11', delivery);
      await run();
      expect(await kept()).toEqual(['2026-11 read']);

      bills.content.delete('2026-11');
      await run();
      await later();
      expect(await kept()).toEqual(['2026-11 read gone']);
      expect(await lines()).toHaveLength(1);

      bills.put('2026-11', delivery);
      await run();
      expect(await kept()).toEqual(['2026-11 read']);
      // nothing was read again
      expect(bills.asked).toEqual(['2026-11']);
    },
  );

  it.each(databases.ids)(
    'are forgotten when they were refused and never read, but not at once, %s',
    async id => {
      const { bills, run, later, kept } = await setUp(id);
      const fault = BillRefusedError.of({ rule: 'empty', message: 'is empty' });
      bills.put('broken', { version: '1', lines: [], fault });
      bills.put('good', {
        version: '1',
        lines: [billLine({ day: '2026-11-01' })],
      });
      await run();
      expect(await kept()).toEqual(['broken refused', 'good read']);
      bills.put('good', { version: '2', lines: [], fault });
      await run();

      bills.content.clear();
      await run();
      expect(await kept()).toEqual([
        'broken refused gone',
        'good refused gone',
      ]);
      await later();
      expect(await kept()).toEqual(['good refused gone']);
    },
  );

  it.each(databases.ids)(
    'are forgotten when another delivery is the bill of their months, %s',
    async id => {
      const { bills, run, later, kept, lines } = await setUp(id);
      const delivery = {
        version: '1',
        lines: [billLine({ day: '2026-11-01' })],
      };
      bills.put('november.csv', delivery);
      await run();
      bills.content.clear();
      bills.put('2026-11.csv', delivery);
      await run();
      await later();
      expect(await kept()).toEqual(['2026-11.csv read']);
      expect(await lines()).toHaveLength(1);
    },
  );

  it.each(databases.ids)(
    'are as they were when their source cannot be asked, %s',
    async id => {
      const { bills, run, later, kept } = await setUp(id);
      bills.put('a', {
        version: '1',
        lines: [billLine({ day: '2026-11-01' })],
      });
      await run();
      bills.listFault = new Error('access denied');
      await later();
      expect(await kept()).toEqual(['a read']);
    },
  );
});
