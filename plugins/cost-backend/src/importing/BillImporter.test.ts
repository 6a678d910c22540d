import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { billLine } from './__testUtils__/FakeBills';
import { createImportWorld, NOON } from './__testUtils__/importWorld';

const DOLLAR = 1_000_000_000n;
const HOUR = 3_600_000;

type FakeLines = Array<ReturnType<typeof billLine>>;

/** Until a delivery is being read. */
async function untilAsked({
  bills,
}: Awaited<ReturnType<typeof createImportWorld>>): Promise<void> {
  while (bills.asked.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

describe('BillImporter', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'keeps the lines of a bill and says which months changed, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      world.bills.put('october.csv', {
        version: '1',
        lines: [
          billLine({ day: '2026-10-01' }),
          billLine({
            day: '2026-10-02',
            billed: 9_007_199_254_740_993n,
            change: {
              correction: true,
              kind: 'refund',
              quantity: { value: 1.5, unit: 'Hours' },
            },
          }),
        ],
        reading: {
          formatVersion: '1.2',
          engineSeconds: 0.25,
          faults: [
            { rule: 'tags-missing', severity: 'info', message: 'm', count: 3 },
          ],
        },
      });

      await expect(world.run()).resolves.toBe(1);

      expect(await world.lines()).toEqual([
        '2026-10-01 usage USD 1000000000',
        '2026-10-02 refund USD 9007199254740993',
      ]);
      const { client } = world;
      const [key, ...others] = await client('cost_key');
      expect(others).toEqual([]);
      expect(key).toMatchObject({
        source: 'bill',
        product: 'Machines',
        category: 'compute',
        resource_id: 'machine-1',
        sub_account: null,
      });
      expect(JSON.parse(key.content)).toEqual({
        billingAccount: 'acme',
        product: 'Machines',
        category: 'compute',
        resourceId: 'machine-1',
        tags: { service: 'cart' },
      });
      const refund = await client('cost_line')
        .where({ kind: 'refund' })
        .first();
      expect(refund).toMatchObject({
        source: 'bill',
        billing_account: 'acme',
        billing_month: '2026-10-01',
        delivery_id: 'october.csv',
        key_id: key.id,
        quantity: 1.5,
        unit: 'Hours',
      });
      expect(Boolean(refund.correction)).toBe(true);
      const delivery = await world.delivery('october.csv');
      expect(delivery).toMatchObject({
        state: 'read',
        version: '1',
        format_version: '1.2',
        engine_ms: 250,
        message: null,
        lease_owner: null,
      });
      expect(Number(delivery.read_at)).toBe(NOON);
      expect(Number(delivery.rows)).toBe(2);
      expect(JSON.parse(delivery.faults)).toHaveLength(1);
      expect(await world.dirty()).toEqual(['2026-10-01']);
      expect(world.imported).toEqual([['2026-10-01']]);
      const source = await client('cost_source').first();
      expect(source).toMatchObject({
        name: 'bill',
        format: 'FOCUS 1.2',
        complete_to: '2026-10-02',
        error: null,
      });
    },
  );

  it.each(databases.ids)(
    'reads nothing twice, and puts a changed bill in the place of the old one, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      world.bills.put('a', {
        version: '1',
        lines: [
          billLine({ day: '2026-09-30' }),
          billLine({ day: '2026-10-01' }),
        ],
      });
      await world.run();
      await expect(world.run()).resolves.toBe(0);
      expect(world.bills.asked).toEqual(['a']);
      await world.client('cost_dirty').delete();

      // September has left this bill, October has other charges
      world.bills.put('a', {
        version: '2',
        lines: [billLine({ day: '2026-10-07', billed: 2n * DOLLAR })],
      });
      await expect(world.run()).resolves.toBe(1);
      expect(await world.delivery('a')).toMatchObject({ state: 'refused' });
      world.clock.now += 24 * HOUR;
      await expect(world.run()).resolves.toBe(1);

      expect(await world.lines()).toEqual(['2026-10-07 usage USD 2000000000']);
      expect(await world.dirty()).toEqual(['2026-09-01', '2026-10-01']);
      expect(await world.restatements()).toEqual([
        expect.objectContaining({
          month: '2026-09-01',
          before: '1000000000',
          after: '0',
        }),
        expect.objectContaining({
          month: '2026-10-01',
          before: '1000000000',
          after: '2000000000',
        }),
      ]);
    },
  );

  it.each(databases.ids)('reads the newest month first, %s', async id => {
    const world = await createImportWorld({ databases, id });
    const months = ['2026-09', '2026-10', '2026-11'];
    for (const month of months) {
      world.bills.put(`BILLING_PERIOD=${month}`, {
        version: '1',
        lines: [billLine({ day: `${month}-01` })],
      });
    }
    await world.run();
    expect(world.bills.asked).toEqual(
      months.map(month => `BILLING_PERIOD=${month}`).reverse(),
    );
  });

  it.each(databases.ids)(
    'changes nothing when a bill breaks off, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const lines = [billLine({ day: '2026-10-01' })];
      world.bills.put('a', { version: '1', lines });
      await world.run();
      await world.client('cost_dirty').delete();

      world.bills.put('a', {
        version: '2',
        lines: [billLine({ day: '2026-10-01', billed: 5n })],
        fault: BillRefusedError.of({
          rule: 'truncated',
          message: 'a breaks off in the middle',
        }),
      });
      await world.run();

      expect(await world.lines()).toEqual(['2026-10-01 usage USD 1000000000']);
      expect(await world.dirty()).toEqual([]);
      expect(world.imported).toHaveLength(1);
      const delivery = await world.delivery('a');
      expect(delivery).toMatchObject({
        state: 'refused',
        message: 'a breaks off in the middle',
      });
      expect(JSON.parse(delivery.faults)).toEqual([
        expect.objectContaining({ rule: 'truncated', severity: 'error' }),
      ]);
      // what is refused is not asked for again until it changes
      await expect(world.run()).resolves.toBe(0);
      world.bills.put('a', { version: '3', lines });
      await expect(world.run()).resolves.toBe(1);
      expect(await world.delivery('a')).toMatchObject({
        state: 'read',
        message: null,
      });
    },
  );

  it.each(databases.ids)(
    'refuses amounts that no column holds, and keeps none of them, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      world.bills.put('a', {
        version: '1',
        lines: [billLine({ day: '2026-10-01', billed: 2n ** 64n })],
      });
      await world.run();

      expect(await world.lines()).toEqual([]);
      expect(await world.delivery('a')).toMatchObject({
        state: 'refused',
        message: expect.stringContaining('check the amounts and the currency'),
      });
    },
  );

  it.each(databases.ids)('tries again what fails, ever rarer, %s', async id => {
    const world = await createImportWorld({ databases, id });
    const lines = [billLine({ day: '2026-10-01' })];
    world.bills.put('a', { version: '1', lines, fault: new Error('no route') });
    await world.run();
    expect(await world.delivery('a')).toMatchObject({
      state: 'failing',
      message: 'no route',
      attempts: 1,
    });
    expect(await world.importer.readDue()).toBe(0);
    world.clock.now += 61_000;
    expect(await world.importer.readDue()).toBe(1);
    world.clock.now += 61_000;
    expect(await world.importer.readDue()).toBe(0);
    world.clock.now += 61_000;
    world.bills.put('a', { version: '1', lines });
    expect(await world.importer.readDue()).toBe(1);

    expect(await world.delivery('a')).toMatchObject({
      state: 'read',
      attempts: 0,
    });
    expect(await world.lines()).toHaveLength(1);
  });

  it.each(databases.ids)(
    'lets no list hurry what fails, but reads another version at once, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const lines = [billLine({ day: '2026-10-01' })];
      const fault = new Error('no route');
      world.bills.put('a', { version: '1', lines, fault });
      const readings = async (minutes: number) => {
        const before = world.bills.asked.length;
        for (let minute = 0; minute < minutes; minute++) {
          await world.run();
          world.clock.now += 60_000;
        }
        return world.bills.asked.length - before;
      };
      // at once, and after 1, 3, 7 and 15 minutes
      expect(await readings(30)).toBe(5);
      expect(await world.delivery('a')).toMatchObject({
        state: 'failing',
        attempts: 5,
      });

      // another version has its own tries: at once, and after 1 and 3 minutes
      world.bills.put('a', { version: '2', lines, fault });
      expect(await readings(5)).toBe(3);
      world.bills.put('a', { version: '3', lines });
      expect(await readings(5)).toBe(1);
      expect(await world.delivery('a')).toMatchObject({
        state: 'read',
        version: '3',
        failed_version: null,
      });
    },
  );

  it.each(databases.ids)(
    'refuses a second bill of a month, until the first is gone, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      world.bills.put('a', {
        version: '1',
        lines: [billLine({ day: '2026-10-01' })],
      });
      await world.run();
      world.bills.put('b', {
        version: '1',
        lines: [billLine({ day: '2026-10-01', billed: 7n * DOLLAR })],
      });
      // another account's bill of the month is no second one
      world.bills.put('c', {
        version: '1',
        lines: [billLine({ day: '2026-10-01', account: 'other' })],
      });
      await world.run();

      expect(await world.lines()).toEqual([
        '2026-10-01 usage USD 1000000000',
        '2026-10-01 usage USD 1000000000',
      ]);
      expect(await world.delivery('b')).toMatchObject({
        state: 'refused',
        message: expect.stringContaining(
          "'b' and 'a' are both the bill of 2026-10 of account acme",
        ),
      });

      world.bills.content.delete('a');
      world.bills.put('b', { ...world.bills.content.get('b')!, version: '2' });
      await world.run();
      expect(await world.lines()).toEqual([
        '2026-10-01 usage USD 1000000000',
        '2026-10-01 usage USD 7000000000',
      ]);
    },
  );

  it.each(databases.ids)(
    'reads a refused bill as soon as its month is free, unchanged, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const october = billLine({ day: '2026-10-01' });
      const mine = billLine({ day: '2026-10-01', billed: 7n * DOLLAR });
      world.bills.put('b', { version: '1', lines: [october] });
      await world.run();
      world.bills.put('a', { version: '1', lines: [mine] });
      await world.run();
      expect(await world.delivery('a')).toMatchObject({ state: 'refused' });
      await expect(world.run()).resolves.toBe(0);

      // the other becomes the bill of another month
      const september = billLine({ day: '2026-09-01' });
      world.bills.put('b', { version: '2', lines: [september] });
      await world.run();
      expect(await world.delivery('a')).toMatchObject({
        state: 'read',
        message: null,
        due_at: null,
      });
      expect(await world.lines()).toEqual([
        '2026-09-01 usage USD 1000000000',
        '2026-10-01 usage USD 7000000000',
      ]);

      // and is gone
      world.bills.put('c', { version: '1', lines: [september] });
      await world.run();
      expect(await world.delivery('c')).toMatchObject({ state: 'refused' });
      world.bills.content.delete('b');
      await world.run();
      expect(await world.delivery('c')).toMatchObject({ state: 'read' });
      await expect(world.run()).resolves.toBe(0);
    },
  );

  it.each(databases.ids)(
    'looks again every hour, and at each start, whether limits suffice, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const fault = BillRefusedError.of({
        rule: 'too-much-memory',
        message: 'Reading needs more than 128 MiB',
      });
      const lines = [billLine({ day: '2026-10-01' })];
      world.bills.put('a', { version: '1', lines, fault });
      await world.run();
      world.clock.now += HOUR - 1;
      await expect(world.run()).resolves.toBe(0);
      world.clock.now += 1;
      await expect(world.run()).resolves.toBe(1);
      expect(await world.delivery('a')).toMatchObject({ state: 'refused' });

      world.bills.put('a', { version: '1', lines });
      const restarted = world.another();
      await restarted.list();
      await expect(restarted.readDue()).resolves.toBe(1);
      expect(await world.delivery('a')).toMatchObject({ state: 'read' });
    },
  );

  it.each(databases.ids)(
    'leaves a month alone that another bill has taken over, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const october = billLine({ day: '2026-10-01' });
      const september = billLine({ day: '2026-09-01' });
      world.bills.put('a', { version: '1', lines: [september, october] });
      await world.run();
      world.bills.content.delete('a');
      world.bills.put('b', { version: '1', lines: [october] });
      await world.run();
      world.bills.put('a', { version: '2', lines: [september] });
      await world.run();

      expect(await world.lines()).toHaveLength(2);
      expect(
        await world.client('cost_line').where({ delivery_id: 'b' }),
      ).toHaveLength(1);
    },
  );

  it.each(databases.ids)(
    'tells the restated month from the month that grows, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const day = (date: string, billed = DOLLAR) =>
        billLine({ day: date, billed });
      world.bills.put('a', {
        version: '1',
        lines: [day('2026-11-15'), day('2026-11-16'), day('2026-11-17')],
      });
      await world.run();
      // on the 18th the 17th was not complete yet
      world.clock.now += 24 * HOUR;
      world.bills.put('a', {
        version: '2',
        lines: [
          day('2026-11-15'),
          day('2026-11-16'),
          day('2026-11-17', 3n * DOLLAR),
          day('2026-11-18'),
        ],
      });
      await world.run();
      expect(await world.restatements()).toEqual([]);

      world.clock.now += 24 * HOUR;
      world.bills.put('a', {
        version: '3',
        lines: [
          day('2026-11-15', 2n * DOLLAR),
          day('2026-11-16', DOLLAR / 2n),
          day('2026-11-17', 3n * DOLLAR),
          day('2026-11-19'),
        ],
      });
      await world.run();
      expect(await world.restatements()).toEqual([
        {
          month: '2026-11-01',
          before: '5000000000',
          after: '5500000000',
          largest: [
            { name: 'Machines', keyId: expect.any(String), difference: '0.50' },
          ],
        },
      ]);
      const key = await world.client('cost_key').first('id');
      expect((await world.restatements())[0].largest[0].keyId).toBe(key.id);
    },
  );

  it.each(databases.ids)(
    'takes no growth for a restatement when a bill was read late, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const day = (date: string, billed = DOLLAR) =>
        billLine({ day: date, billed });
      // written on the 15th, read on the 18th
      world.bills.put('a', {
        version: '1',
        changedAt: '2026-11-15T12:00:00Z',
        lines: [day('2026-11-13'), day('2026-11-14', 1n)],
      });
      await world.run();
      world.bills.put('a', {
        version: '2',
        changedAt: '2026-11-18T06:00:00Z',
        lines: [day('2026-11-13'), day('2026-11-14'), day('2026-11-16')],
      });
      await world.run();
      expect(await world.restatements()).toEqual([]);

      world.bills.put('a', {
        version: '3',
        changedAt: '2026-11-18T09:00:00Z',
        lines: [day('2026-11-13', 5n), day('2026-11-14'), day('2026-11-16')],
      });
      await world.run();
      expect(await world.restatements()).toHaveLength(1);
    },
  );

  it.each(databases.ids)(
    'takes no growth for a restatement of a bill that lags behind, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const days = (last: number, first = DOLLAR) =>
        Array.from({ length: last }, (_, n) =>
          billLine({
            day: `2026-11-${String(n + 1).padStart(2, '0')}`,
            billed: n === 0 ? first : DOLLAR,
          }),
        );
      // of 18 November, and it ends in the middle of the 6th
      const half = [...days(5), billLine({ day: '2026-11-06', billed: 1n })];
      world.bills.put('a', { version: '1', lines: half });
      await world.run();
      world.clock.now += HOUR;
      world.bills.put('a', { version: '2', lines: days(16) });
      await world.run();
      expect(await world.restatements()).toEqual([]);

      // only what was there before is compared
      world.clock.now += HOUR;
      const shorter = days(18, 3n * DOLLAR);
      world.bills.put('a', { version: '3', lines: shorter });
      await world.run();
      expect(await world.restatements()).toMatchObject([
        { before: String(15n * DOLLAR), after: String(17n * DOLLAR) },
      ]);
    },
  );

  it.each(databases.ids)(
    'compares a bill without any use by when it was written, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const tax = (billed: bigint) => [
        billLine({ day: '2026-11-03', billed, change: { kind: 'tax' } }),
      ];
      world.bills.put('a', { version: '1', lines: tax(DOLLAR) });
      await world.run();
      world.bills.put('a', { version: '2', lines: tax(2n * DOLLAR) });
      await world.run();
      expect(await world.restatements()).toHaveLength(1);
    },
  );

  it.each(databases.ids)(
    'is complete as far as the slowest account, whoever came first, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const completeTo = async () =>
        (await world.client('cost_source').first('complete_to')).complete_to;
      const written = (changedAt: string, ...lines: FakeLines) => ({
        version: changedAt,
        changedAt,
        lines,
      });
      world.bills.put(
        'quick',
        written('2026-11-18T06:00:00Z', billLine({ day: '2026-11-17' })),
      );
      await world.run();
      expect(await completeTo()).toBe('2026-11-16');

      // its last day still grew when it was written
      world.bills.put(
        'slow',
        written(
          '2026-11-14T06:00:00Z',
          billLine({ day: '2026-11-13', account: 'slow' }),
        ),
      );
      await world.run();
      expect(await completeTo()).toBe('2026-11-12');

      // an older month that comes in later takes nothing back
      world.bills.put(
        'october',
        written(
          '2026-11-02T06:00:00Z',
          billLine({ day: '2026-10-31' }),
          billLine({ day: '2026-10-30', account: 'slow' }),
        ),
      );
      await world.run();
      expect(await completeTo()).toBe('2026-11-12');
    },
  );

  it.each(databases.ids)('never sums two currencies, %s', async id => {
    const world = await createImportWorld({ databases, id });
    const lines = [
      billLine({ day: '2026-10-01' }),
      billLine({ day: '2026-10-01', currency: 'EUR' }),
    ];
    world.bills.put('a', { version: '1', lines });
    await world.run();
    world.bills.put('a', {
      version: '2',
      lines: [
        lines[0],
        billLine({ day: '2026-10-01', currency: 'EUR', billed: 4n }),
      ],
    });
    await world.run();

    const rows = await world.client('cost_restatement').select('currency');
    expect(rows.map(row => row.currency)).toEqual(Array(4).fill('EUR'));
  });

  it.each(databases.ids)(
    'lets two replicas share the work, each bill read once, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      for (const month of ['01', '02', '03', '04', '05', '06']) {
        world.bills.put(month, {
          version: '1',
          lines: [billLine({ day: `2026-${month}-01` })],
        });
      }
      await world.importer.list();
      const taken = await Promise.all([
        world.importer.readDue(),
        world.another().readDue(),
      ]);

      expect(taken[0] + taken[1]).toBe(6);
      expect([...world.bills.asked].sort()).toEqual([
        ...world.bills.content.keys(),
      ]);
      expect(await world.lines()).toHaveLength(6);
    },
  );

  it.each(databases.ids)(
    'writes nothing when it was too slow and another took over, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      let go = () => {};
      const until = new Promise<void>(resolve => {
        go = resolve;
      });
      const lines = [billLine({ day: '2026-10-01' })];
      world.bills.put('a', { version: '1', lines, until });
      await world.importer.list();
      const slow = world.importer.readDue();
      await untilAsked(world);
      world.clock.now += 61_000;
      world.bills.put('a', { version: '1', lines });
      expect(await world.another().readDue()).toBe(1);
      await world.client('cost_line').update({ unit: 'of the second' });
      go();
      await slow;

      const [line, ...others] = await world.client('cost_line');
      expect(others).toEqual([]);
      expect(line.unit).toBe('of the second');
      expect(await world.delivery('a')).toMatchObject({ state: 'read' });
    },
  );

  it('gives back what it was reading when it stops', async () => {
    const world = await createImportWorld({ databases, id: 'SQLITE_3' });
    let go = () => {};
    const until = new Promise<void>(resolve => {
      go = resolve;
    });
    const lines = [billLine({ day: '2026-10-01' })];
    world.bills.put('a', { version: '1', lines, until });
    await world.importer.list();
    const reading = world.importer.readDue();
    await untilAsked(world);
    const stopped = world.importer.stop();
    go();
    await Promise.all([reading, stopped]);

    expect(await world.lines()).toEqual([]);
    world.bills.put('a', { version: '1', lines });
    expect(await world.another().readDue()).toBe(1);
    expect(await world.lines()).toHaveLength(1);
  });

  it('says when a source cannot be listed, and keeps what it had', async () => {
    const world = await createImportWorld({ databases, id: 'SQLITE_3' });
    world.bills.put('a', {
      version: '1',
      lines: [billLine({ day: '2026-10-01' })],
    });
    await world.run();
    world.bills.listFault = new Error('the directory is gone');
    await world.run();

    expect(await world.client('cost_source').first()).toMatchObject({
      error: 'the directory is gone',
    });
    expect(world.logger.warn).toHaveBeenCalledWith(
      'cost.sources.bill cannot be listed: the directory is gone',
    );
    expect(await world.lines()).toHaveLength(1);
    world.bills.listFault = undefined;
    await world.run();
    expect(await world.client('cost_source').first()).toMatchObject({
      error: null,
    });
  });

  it('forgets a delivery that is gone before it was read', async () => {
    const world = await createImportWorld({ databases, id: 'SQLITE_3' });
    world.bills.put('a', { version: '1', lines: [] });
    await world.importer.list();
    world.bills.content.delete('a');
    await world.importer.readDue();

    expect(await world.delivery('a')).toBeUndefined();
  });
});
