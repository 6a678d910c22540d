import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { billLine } from './__testUtils__/FakeBills';
import { createImportWorld } from './__testUtils__/importWorld';

const DAY = 24 * 3_600_000;

describe('refuseShrunk', () => {
  const databases = createTestDatabases();
  const days = (from: number, to: number, product?: string) =>
    Array.from({ length: to - from + 1 }, (_, index) =>
      billLine({
        day: `2026-10-${String(from + index).padStart(2, '0')}`,
        product,
      }),
    );
  const products = (count: number, billed?: bigint) =>
    Array.from({ length: count }, (_, index) =>
      billLine({ day: '2026-10-31', product: `Product ${index}`, billed }),
    );

  async function worldWith(id: (typeof databases.ids)[number]) {
    const world = await createImportWorld({ databases, id });
    let version = 0;
    const deliver = async (lines: ReturnType<typeof days>) => {
      version += 1;
      world.bills.put('october.csv', { version: String(version), lines });
      await world.run();
      const { state, message } = await world.delivery('october.csv');
      return { state, message, lines: (await world.lines()).length };
    };
    return { world, deliver };
  }

  it.each(databases.ids)(
    'keeps what was read when a file breaks off between two rows, %s',
    async id => {
      const { world, deliver } = await worldWith(id);
      await deliver(days(1, 20));

      expect(await deliver(days(1, 9))).toEqual({
        state: 'refused',
        message:
          "'october.csv' has 9 lines to 2026-10-09 of 2026-10 of account acme, " +
          'where 20 lines to 2026-10-20 were read before: it looks cut off, and what was read before stays. ' +
          'Deliver it again whole; if it is right as it is, leave it: it is taken from 2026-11-19T12:00Z on',
        lines: 20,
      });
      expect(await world.restatements()).toEqual([]);

      expect(await deliver(days(1, 21))).toMatchObject({
        state: 'read',
        message: null,
        lines: 21,
      });
    },
  );

  it.each(databases.ids)(
    'takes it a day later, though it was written anew meanwhile, %s',
    async id => {
      const { world, deliver } = await worldWith(id);
      await deliver(days(1, 20));
      await deliver(days(1, 9));
      world.clock.now += DAY - 1;
      expect(await deliver(days(1, 8))).toMatchObject({
        state: 'refused',
        lines: 20,
      });
      world.clock.now += 1;
      await world.importer.readDue();
      expect(await world.lines()).toHaveLength(8);
      expect(await world.restatements()).toHaveLength(1);

      // the next one is held back anew
      expect(await deliver(days(1, 7))).toMatchObject({ state: 'refused' });
    },
  );

  it.each(databases.ids)(
    'sees a file that lacks its last services on all days, %s',
    async id => {
      const { deliver } = await worldWith(id);
      await deliver(products(20));
      expect(await deliver(products(17))).toMatchObject({
        state: 'refused',
        lines: 20,
      });
    },
  );

  it.each(databases.ids)('holds back no restatement, %s', async id => {
    const { world, deliver } = await worldWith(id);
    await deliver(products(20));
    // cheaper, a product less, and with another line
    expect(await deliver(products(19, 7n))).toMatchObject({ state: 'read' });
    // many less that cost as much, as another export groups them
    expect(
      await deliver([
        billLine({ day: '2026-10-31', billed: 19n * 7n, product: 'All' }),
      ]),
    ).toMatchObject({ state: 'read', lines: 1 });
    // a day less where there is a line more
    await deliver(days(1, 5));
    expect(
      await deliver([...days(1, 4), ...days(3, 4, 'Disks')]),
    ).toMatchObject({ state: 'read' });
    expect(await world.restatements()).not.toEqual([]);
  });

  it.each(databases.ids)(
    'sees an account that is cut off beside one that has grown, %s',
    async id => {
      const { deliver } = await worldWith(id);
      const other = (from: number, to: number) =>
        days(from, to).map(line => ({
          ...line,
          key: { ...line.key, billingAccount: 'other' },
        }));
      await deliver([...days(1, 3), ...other(1, 9)]);
      expect(await deliver([...days(1, 20), ...other(1, 5)])).toMatchObject({
        state: 'refused',
        message: expect.stringContaining(
          'has 5 lines to 2026-10-05 of 2026-10 of account other',
        ),
        lines: 12,
      });
    },
  );

  it.each(databases.ids)('sees an account that is gone, %s', async id => {
    const { deliver } = await worldWith(id);
    const other = billLine({ day: '2026-10-02', account: 'other' });
    await deliver([...days(1, 3), other]);
    expect(await deliver(days(1, 3))).toMatchObject({
      state: 'refused',
      message: expect.stringContaining(
        'has 0 lines of 2026-10 of account other',
      ),
      lines: 4,
    });
  });
});
