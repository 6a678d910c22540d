import { createMockDirectory } from '@backstage/backend-test-utils';
import { existsSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { COLUMNS_1_0, focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { focusSource, readContent } from './__testUtils__/readContent';
import type { FocusLimits } from './FocusLimits';

const GOOD = focusCsv(Array.from({ length: 200 }, () => ({})));

/** 256 MiB of rows in a quarter of a megabyte. */
function bomb(): Buffer {
  const [header, row] = focusCsv([{}]).split('\n');
  const rows = `${row}\n`.repeat(Math.ceil((1024 * 1024) / row.length));
  return Buffer.concat([
    gzipSync(`${header}\n`),
    ...Array.from({ length: 300 }, () => gzipSync(rows)),
  ]);
}

describe('a hostile file', () => {
  const directory = createMockDirectory();

  const refusal = async (
    content: string | Buffer,
    limits?: Partial<FocusLimits>,
  ) => {
    const error = await readContent({
      directory,
      content: { 'bill.csv': content },
      limits,
    }).then(
      () => undefined,
      thrown => thrown,
    );
    expect(error).toMatchObject({ name: 'BillRefusedError' });
    const [fault] = error.faults;
    expect(fault).toMatchObject({ severity: 'error' });
    // neither where the file lies nor what it holds
    expect(error.message).not.toContain(directory.path);
    expect(error.message).not.toContain('machine-1');
    return `${fault.rule}: ${error.message}`;
  };

  it('of no bytes is refused', async () => {
    expect(await refusal('')).toBe(
      'empty: bill.csv is empty: its export failed, deliver it again',
    );
  });

  it('that breaks off is refused, also between two rows of a gzip', async () => {
    expect(await refusal(GOOD.slice(0, -40))).toMatch(
      /^(quote-open|row-length): bill\.csv, line 201 has /,
    );
    const packed = gzipSync(GOOD);
    expect(await refusal(packed.subarray(0, packed.length - 20))).toBe(
      'truncated: bill.csv breaks off in the middle: its upload was not finished, deliver it again',
    );
    // all rows are there, the end of the file is not
    expect(await refusal(packed.subarray(0, packed.length - 8))).toMatch(
      /^truncated/,
    );
  });

  it('that was damaged on its way is refused', async () => {
    const packed = gzipSync(GOOD, { level: 0 });
    packed[packed.length - 200] += 1;
    expect(await refusal(packed)).toMatch(/^gzip-damaged: bill.csv is damaged/);
    expect(await refusal(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toMatch(
      /^gzip-damaged/,
    );
    expect(await refusal(Buffer.from('PAR1 and no more PAR1'))).toMatch(
      /^parquet-damaged: bill.csv is no whole Parquet file/,
    );
  });

  it('with a quote that never closes is refused, and quickly', async () => {
    const text = `${GOOD}"${'a,b\n'.repeat(2_000_000)}`;
    expect(await refusal(text)).toMatch(
      /^(quote-open|line-too-long|row-length): bill\.csv, line 202 /,
    );
  });

  it('with a line without an end is refused', async () => {
    expect(await refusal('a'.repeat(3_000_000))).toMatch(/^no-header/);
    // the engine would leave such a last row out without a word
    const long = focusCsv([{ ResourceId: 'r'.repeat(9_000_000) }]).split('\n');
    for (const text of [
      `${GOOD}${'a'.repeat(9_000_000)}`,
      `${GOOD}${long[1]}\n`,
      `${GOOD}${long[1]}\n${GOOD.slice(GOOD.indexOf('\n') + 1)}`,
    ]) {
      expect(await refusal(text)).toMatch(
        /^(line-too-long|quote-open): bill\.csv/,
      );
      expect(await refusal(gzipSync(text))).toMatch(
        /^line-too-long: bill\.csv/,
      );
    }
  });

  it('with ten thousand columns is refused', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `x_${index}`);
    expect(await refusal(`${names.join(',')}\n`)).toBe(
      'too-many-columns: bill.csv has 10000 columns, FOCUS has about 65: ' +
        'export the "Cost and Usage" dataset alone',
    );
  });

  it('in another encoding is refused', async () => {
    expect(await refusal(Buffer.from(GOOD, 'utf16le'))).toBe(
      'encoding: bill.csv is not in UTF-8: export it as UTF-8',
    );
    const latin = focusCsv([{}, { ResourceName: 'caf\u00e9' }]);
    expect(await refusal(Buffer.from(latin, 'latin1'))).toMatch(/^encoding/);
    // far behind the beginning, where only the engine looks
    const late = Buffer.concat([
      Buffer.from(focusCsv(Array.from({ length: 2_000 }, () => ({})))),
      Buffer.from(
        focusCsv([{ Tags: '{"a": "\u00e9"}' }]).split('\n')[1],
        'latin1',
      ),
    ]);
    expect(await refusal(late)).toMatch(/^encoding: bill\.csv/);
  });

  it('that is no table is refused', async () => {
    expect(await refusal('<html><body>Sign in</body></html>\n')).toMatch(
      /^no-table/,
    );
    expect(await refusal('{"error": "AccessDenied"}\n')).toMatch(/^no-table/);
    expect(await refusal(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]))).toMatch(
      /^zip/,
    );
    expect(await refusal('a,b\n1,2\n')).toMatch(
      /^column-missing: bill.csv has no column BilledCost, EffectiveCost/,
    );
  });

  it('with names that are SQL does nothing but harm itself', async () => {
    const evil = `x'); COPY (SELECT 1) TO '${directory.resolve('evil')}'; --`;
    const { lines } = await readContent({
      directory,
      content: {
        [`it's "quoted"; drop table charge;.csv`]: focusCsv(
          [{ [evil]: 'value', ResourceId: evil, Tags: `{"${evil}": "a"}` }],
          { columns: [...COLUMNS_1_0, evil] },
        ),
      },
      tags: [evil, 'service'],
    });

    expect(lines[0].key.resourceId).toBe(evil);
    expect(lines[0].key.tags).toEqual({ [evil]: 'a' });
    expect(existsSync(directory.resolve('evil'))).toBe(false);
  });

  it('whose name is a pattern reads itself alone', async () => {
    const { lines } = await readContent({
      directory,
      content: {
        '[ab]*.csv': focusCsv([{ ResourceId: 'itself' }]),
        'a-secret.txt': 'not for this',
      },
    });
    expect(lines.map(({ key }) => key.resourceId)).toEqual(['itself']);
  });

  it('that is a link out of the directory is refused', async () => {
    directory.setContent({
      bills: {},
      'private.csv': focusCsv([{}]),
    });
    symlinkSync(
      directory.resolve('private.csv'),
      directory.resolve('bills/bill.csv'),
    );
    const source = focusSource({ directory: directory.resolve('bills') });
    const { signal } = new AbortController();
    const [delivery] = await source.listDeliveries({ signal });
    await expect(
      source.read({ delivery, tags: [], onLines: async () => {}, signal }),
    ).rejects.toThrow('bill.csv is a link that leads out of');
  });

  it('that is a bomb is refused before it does harm', async () => {
    expect(await refusal(bomb())).toMatch(
      /^too-large: bill\.csv unpacks to more than \d+ MiB/,
    );
  });

  it('that is huge is refused without being read', async () => {
    directory.setContent({ 'bill.csv': GOOD });
    truncateSync(directory.resolve('bill.csv'), 40 * 1024 ** 3);
    const source = focusSource({ directory: directory.path });
    const { signal } = new AbortController();
    const [delivery] = await source.listDeliveries({ signal });
    await expect(
      source.read({ delivery, tags: [], onLines: async () => {}, signal }),
    ).rejects.toThrow('bill.csv has 40960 MiB: split the export by month');
  });

  it('that takes too long or too much is given up', async () => {
    expect(await refusal(GOOD, { seconds: 0.05 })).toMatch(
      /^too-slow: Reading took more than 0.05 seconds/,
    );
    const many = focusCsv(
      Array.from({ length: 40_000 }, (_, index) => ({
        ResourceId: `${index}-${'r'.repeat(300)}`,
      })),
    );
    expect(await refusal(many, { memoryMiB: 24, spillMiB: 1 })).toMatch(
      /^too-much-memory: Reading needs more than 24 MiB of memory and 1 MiB of disk/,
    );
  });

  it('with a cost that is no number is refused, and nothing else', async () => {
    for (const cost of ['1,5', 'USD 3', 'NaN', '1e60', '--']) {
      expect(await refusal(focusCsv([{}, { EffectiveCost: cost }]))).toMatch(
        /^cost-unreadable: bill\.csv, row 2: a cost is no number/,
      );
    }
    expect(await refusal(focusCsv([{ BillingCurrency: '' }]))).toMatch(
      /^currency-missing/,
    );
    expect(await refusal(focusCsv([{ BillingCurrency: 'dollars' }]))).toMatch(
      /^currency-missing/,
    );
    expect(await refusal(focusCsv([{ BillingAccountId: 'NULL' }]))).toMatch(
      /^account-missing/,
    );
    expect(
      await refusal(
        focusCsv([
          { BillingPeriodStart: 'soon', ChargePeriodStart: '31/12/2026' },
        ]),
      ),
    ).toMatch(/^period-unreadable: bill\.csv, row 1: /);
  });

  it('is refused with the file and the row that offends first, of many', async () => {
    const good = Array.from({ length: 30_000 }, (_, index) => ({
      ResourceId: `${index}-${'r'.repeat(80)}`,
    }));
    const bad = focusCsv([
      ...good,
      { ListCost: '1,5' },
      ...good,
      { BillingAccountId: '' },
      { EffectiveCost: 'free' },
    ]);
    const error = await readContent({
      directory,
      content: {
        '2026-10': {
          'part-1.csv': focusCsv(good.slice(0, 100)),
          'part-2.csv.gz': gzipSync(bad),
          'part-3.csv': focusCsv([{ BillingAccountId: '' }]),
        },
      },
    }).then(
      () => undefined,
      thrown => thrown,
    );
    expect(error.message).toBe(
      '2026-10/part-2.csv.gz, row 30001: a cost is no number: export costs as plain decimals with a point, without currency signs or thousands separators; ' +
        '2026-10/part-2.csv.gz, row 60002: a charge has no BillingAccountId: months are replaced by account, so that each charge must name one',
    );
    expect(error.faults).toMatchObject([
      {
        rule: 'cost-unreadable',
        count: 2,
        file: '2026-10/part-2.csv.gz',
        place: 'BilledCost, EffectiveCost, ContractedCost, ListCost, row 30001',
      },
      {
        rule: 'account-missing',
        count: 2,
        place: 'BillingAccountId, row 60002',
      },
    ]);
  });

  it('leaves nothing behind', async () => {
    const folders = () =>
      readdirSync(tmpdir()).filter(name => name.startsWith('plimsoll-bill-'));
    const before = folders();
    await refusal('');
    await refusal(gzipSync(GOOD).subarray(0, 300));
    expect(folders()).toEqual(before);
    expect(existsSync(join(directory.path, 'spill'))).toBe(false);
  });
});

describe('a place that is no directory', () => {
  const directory = createMockDirectory();
  const { signal } = new AbortController();

  it('is said with the mend', async () => {
    directory.setContent({ 'bill.csv': GOOD });
    const list = (path: string) =>
      focusSource({ directory: path }).listDeliveries({ signal });

    await expect(list(directory.resolve('bill.csv'))).rejects.toThrow(
      'is a file: set cost.sources.bill.directory to a directory',
    );
    await expect(list(directory.resolve('none'))).rejects.toThrow(
      '(ENOENT): set cost.sources.bill.directory',
    );
  });
});
