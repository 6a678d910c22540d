import { createMockDirectory } from '@backstage/backend-test-utils';
import { focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { focusSource, readContent } from '../focus/__testUtils__/readContent';
import { writeParquet } from '../focus/__testUtils__/writeParquet';

const CSV = focusCsv([{}, {}, {}]);
/** Cut exactly between two rows: nothing in it says so. */
const CUT = focusCsv([{}, {}]);
const MONTH = '20261001-20261031';

describe('refuseShort', () => {
  const directory = createMockDirectory();

  const read = (manifest: object, files: Record<string, string | Buffer>) =>
    readContent({
      directory,
      content: {
        [MONTH]: { ...files, 'manifest.json': JSON.stringify(manifest) },
      },
    }).then(
      ({ reading }) => reading.faults.map(({ rule }) => rule),
      error => `${error.faults?.[0].rule}: ${error.message}`,
    );
  /** As Azure writes it. */
  const azure = (bytes: number, rows: number) => ({
    manifestVersion: '2024-04-01',
    byteCount: bytes,
    blobCount: 1,
    dataRowCount: rows,
    blobs: [
      {
        blobName: `exports/${MONTH}/part_0_0001.csv`,
        byteCount: bytes,
        dataRowCount: rows,
      },
    ],
  });

  it('takes what is as its manifest says', async () => {
    expect(
      await read(azure(CSV.length, 3), { 'part_0_0001.csv': CSV }),
    ).toEqual([]);
  });

  it('refuses a file that is shorter', async () => {
    expect(await read(azure(CSV.length, 3), { 'part_0_0001.csv': CUT })).toBe(
      `shorter-than-said: ${MONTH}/part_0_0001.csv has ${CUT.length} bytes, ${MONTH}/manifest.json says ${CSV.length}: ` +
        'its upload was not finished, deliver it again',
    );
    // said of all files alone
    expect(
      await read(
        { parts: ['a.csv'], size: String(CSV.length) },
        { 'a.csv': CUT },
      ),
    ).toMatch(/^shorter-than-said: the delivery has/);
    expect(
      await read(
        {
          entries: [
            { url: 's3://x/a.csv', meta: { content_length: CSV.length } },
          ],
        },
        { 'a.csv': CUT },
      ),
    ).toMatch(/^shorter-than-said/);
  });

  it('refuses fewer rows, in gzip too, whatever its bytes are', async () => {
    expect(
      await read(azure(9_999, 3), { 'part_0_0001.csv': gzipSync(CUT) }),
    ).toBe(
      `shorter-than-said: the delivery has 2 rows, ${MONTH}/manifest.json says 3: its upload was not finished, deliver it again`,
    );
    expect(
      await read(
        {
          files: [
            { name: 'a.csv', rowCount: 2 },
            { name: 'b.csv', rowCount: 1 },
          ],
        },
        { 'a.csv': focusCsv([{}]), 'b.csv': focusCsv([{}]) },
      ),
    ).toMatch(/^shorter-than-said: the delivery has 2 rows, .* says 3/);
  });

  it('refuses a Parquet file that is shorter', async () => {
    const path = directory.resolve('whole.parquet');
    await writeParquet(path, 'SELECT 1 AS a');
    const whole = readFileSync(path);
    expect(
      await read(
        { parts: [{ path: 'a.parquet', byteCount: whole.length + 1 }] },
        { 'a.parquet': whole },
      ),
    ).toMatch(/^shorter-than-said/);
  });

  it('wonders about more rows than are said', async () => {
    expect(await read(azure(10, 2), { 'part_0_0001.csv': CSV })).toEqual([
      'manifest-differs',
    ]);
  });

  it('refuses what lacks files, named or not', async () => {
    expect(
      await read(
        { parts: ['a.csv', '../../etc/passwd', 'c.csv'] },
        { 'a.csv': CSV },
      ),
    ).toBe(
      `files-missing: ${MONTH}/manifest.json speaks of 3 files, 2 of them are not there (../../etc/passwd, c.csv): ` +
        'upload them, or export that month again',
    );
    expect(
      await read({ parts: ['a.csv'], blobCount: 2 }, { 'a.csv': CSV }),
    ).toMatch(/speaks of 2 files, 1 of them are not there: upload/);
  });

  it('believes no nonsense', async () => {
    expect(
      await read(
        {
          parts: [{ path: 'a.csv', byteCount: -1, rowCount: '3e9' }],
          size: {},
        },
        { 'a.csv': CSV },
      ),
    ).toEqual([]);
  });

  it('judges a loose file by the manifest beside it', async () => {
    const error = await readContent({
      directory,
      content: {
        deep: {
          'bill.csv': CUT,
          'bill-manifest.json': JSON.stringify({
            files: [{ name: 'bill.csv', rowCount: 3 }],
          }),
        },
      },
    }).catch(thrown => thrown);
    expect(error.message).toContain(
      'has 2 rows, deep/bill-manifest.json says 3',
    );
  });

  it('reads again when the manifest is mended', async () => {
    const manifest = `${MONTH}/manifest.json`;
    directory.setContent({
      [MONTH]: { 'part_0_0001.csv': CSV, 'manifest.json': '' },
    });
    const source = focusSource({ directory: directory.path });
    const versions = async (rows: number) => {
      writeFileSync(
        directory.resolve(manifest),
        JSON.stringify(azure(1, rows)),
      );
      const { signal } = new AbortController();
      const [{ version }] = await source.listDeliveries({ signal });
      return version;
    };
    expect(await versions(3)).not.toBe(await versions(300));
  });
});
