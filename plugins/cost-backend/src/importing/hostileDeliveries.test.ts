import { createMockDirectory } from '@backstage/backend-test-utils';
import { focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { appendFileSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { focusSource } from '../focus/__testUtils__/readContent';
import { writeParquet } from '../focus/__testUtils__/writeParquet';
import { createImportWorld } from './__testUtils__/importWorld';

type Content = Parameters<
  ReturnType<typeof createMockDirectory>['setContent']
>[0];

const GOOD = focusCsv([{}, { ResourceId: 'machine-2' }]);
const MANY = focusCsv(Array.from({ length: 500 }, () => ({})));

/** 300 MiB of rows in a few hundred kilobytes. */
function bomb(): Buffer {
  const [head, row] = focusCsv([{}]).split('\n');
  const rows = gzipSync(`${row}\n`.repeat(Math.ceil(1024 ** 2 / row.length)));
  return Buffer.concat([
    gzipSync(`${head}\n`),
    ...Array.from({ length: 300 }, () => rows),
  ]);
}

/** A bill in types, one column of them as given. */
const parquetSql = (column: string, value: string) =>
  `SELECT ${[
    ['BilledCost', '0.1'],
    ['EffectiveCost', '0.1'],
    ['ContractedCost', '0.1'],
    ['ListCost', '0.1'],
    ['BillingCurrency', `'USD'`],
    ['BillingAccountId', `'1234567890123'`],
    ['BillingPeriodStart', `TIMESTAMP '2026-10-01'`],
    ['ChargePeriodStart', `TIMESTAMP '2026-10-05'`],
    ['ChargeCategory', `'Usage'`],
    ['ServiceName', `'Machines'`],
  ]
    .map(([name, usual]) => `${name === column ? value : usual} AS ${name}`)
    .join(', ')}`;

describe('a hostile delivery', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();
  const elsewhere = createMockDirectory();

  async function setUp(onBring?: () => void) {
    const source = focusSource({ directory: directory.path, onBring });
    const world = await createImportWorld({
      databases,
      id: 'SQLITE_3',
      sources: [source],
    });
    const deliver = async (month: Content) => {
      directory.setContent({ '2026-10': month });
      await world.run();
      return world.delivery('2026-10');
    };
    expect(await deliver({ 'bill.csv': GOOD })).toMatchObject({
      state: 'read',
    });
    const before = await world.client('cost_line').orderBy('key_id');
    expect(before).toHaveLength(2);
    await world.client('cost_dirty').delete();
    return {
      world,
      deliver,
      /** Delivers, and says why it was refused. */
      refusal: async (month: Content) => {
        const { state, message, faults } = await deliver(month);
        expect(await world.client('cost_line').orderBy('key_id')).toEqual(
          before,
        );
        expect(await world.dirty()).toEqual([]);
        // neither where files lie nor what is in them
        expect(message).not.toContain(directory.path);
        expect(message).not.toContain('machine-1');
        expect(state).toBe('refused');
        return `${JSON.parse(faults)[0].rule}: ${message}`;
      },
      isAlive: async () => {
        expect(await deliver({ 'bill.csv': MANY })).toMatchObject({
          state: 'read',
          message: null,
          rows: 500,
        });
      },
    };
  }

  it('of each kind is refused in clear words, and what was read stays', async () => {
    const { refusal, isAlive } = await setUp();
    const file = (content: string | Buffer) => refusal({ 'bill.csv': content });
    const columns = Array.from({ length: 10_000 }, (_, n) => `x_${n}`);
    const packed = gzipSync(MANY);

    expect(
      await refusal({
        'bill.csv': GOOD,
        'manifest.json': JSON.stringify({
          dataFiles: ['bill.csv', '../../../../etc/passwd'],
        }),
      }),
    ).toMatch(/^files-missing: .*1 of them are not there .*upload them/);
    expect(await file(`${MANY}"${'a,b\n'.repeat(1_000_000)}`)).toMatch(
      /^(quote-open|line-too-long|row-length): 2026-10\/bill\.csv, line 502/,
    );
    expect(await file(`${columns.join(',')}\n`)).toMatch(
      /^too-many-columns: .*has 10000 columns, FOCUS has about 65: export/,
    );
    expect(await file(Buffer.from(MANY, 'utf16le'))).toMatch(
      /^encoding: .*export it as UTF-8/,
    );
    expect(
      await file(
        Buffer.from(focusCsv([{}, { ResourceName: 'caf\u00e9' }]), 'latin1'),
      ),
    ).toMatch(/^encoding: .*export it as UTF-8/);
    expect(await file(packed.subarray(0, packed.length / 2))).toMatch(
      /^truncated: .*breaks off in the middle/,
    );
    expect(await file(bomb())).toMatch(/^too-large: .*unpacks to more than/);
    expect(await file('')).toMatch(/^empty: .*deliver it again/);
    for (const cost of ['1e400', '-1e400', '1e39']) {
      expect(await file(focusCsv([{}, { BilledCost: cost }]))).toMatch(
        /^cost-unreadable: .*, row 2: a cost is no number/,
      );
    }
    expect(await file(focusCsv([{ BilledCost: '1e18' }]))).toMatch(
      /^too-much-money: /,
    );
    await isAlive();
  });

  it('of Parquet with other types is refused in clear words', async () => {
    const { refusal } = await setUp();
    const parquet = async (column: string, value: string) => {
      const path = elsewhere.resolve('bill.parquet');
      await writeParquet(path, parquetSql(column, value));
      return { 'bill.parquet': readFileSync(path) };
    };
    for (const value of [
      `{'a': 1}`,
      '[1, 2]',
      `'a lot'`,
      `DATE '2026-10-01'`,
    ]) {
      expect(await refusal(await parquet('BilledCost', value))).toMatch(
        /^cost-unreadable: |^unreadable: /,
      );
    }
    for (const value of ['42', `{'a': 1}`, 'true']) {
      expect(await refusal(await parquet('BillingCurrency', value))).toMatch(
        /^currency-missing: /,
      );
    }
    // read without loss, but a bill of one line where there were two
    expect(await refusal(await parquet('ChargePeriodStart', '17'))).toMatch(
      /^shrunk: .*it looks cut off/,
    );
  }, 60_000);

  it('that leads out of its directory is refused', async () => {
    const { world, refusal } = await setUp();
    elsewhere.setContent({ 'private.csv': MANY });
    directory.setContent({ '2026-10': {} });
    symlinkSync(
      elsewhere.resolve('private.csv'),
      directory.resolve('2026-10/bill.csv'),
    );
    await world.run();
    expect(await world.delivery('2026-10')).toMatchObject({
      state: 'refused',
      message: expect.stringContaining(
        '2026-10/bill.csv is a link that leads out of',
      ),
    });
    expect(await world.lines()).toHaveLength(2);
    rmSync(directory.resolve('2026-10'), { recursive: true });
    expect(await refusal({ 'bill.csv': '<html>' })).toMatch(/^no-table/);
  });

  it('that is a folder called x.csv is no file', async () => {
    const { deliver, world } = await setUp();
    expect(
      await deliver({ 'bill.csv': MANY, 'x.csv': { 'note.txt': 'hello' } }),
    ).toMatchObject({ state: 'read', rows: 500 });
    expect(await world.client('cost_delivery')).toHaveLength(1);
  });

  it('that changes while it is read is read again', async () => {
    let isChanging = false;
    const { world, deliver } = await setUp(() => {
      if (isChanging) {
        isChanging = false;
        const [, row] = focusCsv([{ ResourceId: 'late' }]).split('\n');
        appendFileSync(directory.resolve('2026-10/bill.csv'), `${row}\n`);
      }
    });
    isChanging = true;
    expect(await deliver({ 'bill.csv': MANY })).toMatchObject({
      state: 'failing',
      message: expect.stringContaining(
        'changed while it was read; it is read again',
      ),
    });
    expect(await world.lines()).toHaveLength(2);
    world.clock.now += 61_000;
    await world.importer.readDue();
    expect(await world.delivery('2026-10')).toMatchObject({
      state: 'read',
      rows: 501,
    });
  });
});
