import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BillWriter } from './BillWriter';
import { editionPath } from './writeEdition';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const OCTOBER = {
  month: '2026-10-01',
  lastDay: '2026-11-01',
  restated: false,
};

describe('BillWriter', () => {
  const directory = createMockDirectory();
  const bill = () => directory.resolve('bill');
  const october = () => editionPath(bill(), OCTOBER);
  const read = (path: string) => gunzipSync(readFileSync(path)).toString();

  beforeEach(() => directory.clear());

  function writer(
    waitUntilRead: () => Promise<void> = async () => {},
    now = NOW,
  ) {
    return BillWriter.create({
      directory: bill(),
      logger: mockServices.logger.mock(),
      waitUntilRead,
      monthsBack: 2,
      now: () => now,
    });
  }
  const { signal } = new AbortController();

  it('writes a gzip CSV of FOCUS 1.2 for each month', async () => {
    await writer().writeDue(signal);
    expect(readdirSync(bill())).toHaveLength(3);
    expect(readdirSync(directory.path)).toEqual(['bill']);
    const lines = read(october()).split('\r\n');
    expect(lines[0].split(',')).toContain('ServiceSubcategory');
    expect(lines.length).toBeGreaterThan(2_500);
    expect(lines.at(-1)).toBe('');
    const text = lines.join('\n');
    expect(text).toContain(',4E-6,');
    expect(text).toContain(',NULL,');
    expect(text).toContain('"{""service"":""checkout""');
  });

  it('mends last month only after its first edition was read', async () => {
    let first = '';
    await writer(async () => {
      first = read(october());
    }).writeDue(signal);
    expect(first).not.toContain('counted twice');
    expect(read(october())).toContain('counted twice');
    expect(statSync(october()).mtime.toISOString()).toBe(
      '2026-11-07T04:00:00.000Z',
    );
  });

  it('goes on where it was stopped', async () => {
    const stopped = writer(async () => {
      throw new Error('stopped');
    });
    await expect(stopped.writeDue(signal)).rejects.toThrow('stopped');
    expect(read(october())).not.toContain('counted twice');
    await writer().writeDue(signal);
    expect(read(october())).toContain('counted twice');
  });

  it('writes nothing that is there already, and one month the next day', async () => {
    await writer().writeDue(signal);
    const times = () =>
      readdirSync(bill()).map(
        month =>
          statSync(`${bill()}/${month}/shopkart-focus-1.2.csv.gz`).ctimeMs,
      );
    const before = times();
    const waited = jest.fn();
    await writer(waited).writeDue(signal);
    expect(times()).toEqual(before);
    await writer(waited, NOW + 86_400_000).writeDue(signal);
    expect(waited).not.toHaveBeenCalled();
    expect(times().slice(0, -1)).toEqual(before.slice(0, -1));
    expect(times().at(-1)).not.toBe(before.at(-1));
  });

  it('writes a file anew that is not of its time', async () => {
    await writer().writeDue(signal);
    utimesSync(october(), 1, 1);
    await writer().writeDue(signal);
    expect(statSync(october()).mtime.toISOString()).toBe(
      '2026-11-07T04:00:00.000Z',
    );
  });

  it('is an export of the provider: CSV as RFC 4180 has it', async () => {
    await writer().writeDue(signal);
    const [header, ...rows] = read(october()).trimEnd().split('\r\n');
    const columns = header.split(',').length;
    for (const row of rows) {
      const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!;
      expect(cells.filter(cell => cell !== '').length).toBeLessThanOrEqual(
        columns,
      );
      expect(row.replace(/"([^"]|"")*"/g, '').split(',')).toHaveLength(columns);
    }
  });
});
