import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { BillRefusedError, CostCategories } from '@plimsoll/plugin-cost-node';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { FocusSource } from '../focus/FocusSource';
import { partUrl } from './partUrl';
import { UrlPlace } from './UrlPlace';

const NOON = Date.UTC(2026, 10, 18, 12);

describe('UrlPlace', () => {
  const directory = createMockDirectory();
  const content = new Map<string, Buffer | string>();
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const path = decodeURIComponent(request.url!.split('?')[0]);
    const found = content.get(path);
    const etag = `"${path}-${found?.length}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    const present = isKnown ? 304 : 200;
    const status = found === undefined ? 404 : present;
    asked.push(`${status} ${path}`);
    response.writeHead(status, { etag });
    response.end(status === 200 ? found : undefined);
  });
  let root: string;
  let host: string;

  beforeAll(async () => {
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    root = `http://${host}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  beforeEach(() => {
    content.clear();
    asked.length = 0;
    directory.setContent({});
  });

  const { signal } = new AbortController();

  function placeOf(
    url: string,
    options: { allow?: string; months?: number } = {},
  ) {
    const { allow = host, months } = options;
    const urlReader = UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: { backend: { reading: { allow: [{ host: allow }] } } },
      }),
    });
    return UrlPlace.create({
      urlReader,
      url,
      key: 'cost.sources.bill.url',
      months,
      now: () => NOON,
    });
  }

  const source = (place: UrlPlace) =>
    FocusSource.create({
      name: 'bill',
      place,
      categories: CostCategories.create(),
      limits: {
        bytes: 1e9,
        memoryMiB: 96,
        threads: 1,
        spillMiB: 64,
        seconds: 600,
      },
      settleMs: 0,
    });

  it('brings a file, and asks only whether it changed after that', async () => {
    content.set('/exports/bill.csv', focusCsv([{}]));
    const place = placeOf(`${root}/exports/bill.csv?signature=secret`);

    const [file, ...others] = await place.list({ signal });
    expect(others).toEqual([]);
    expect(file.name).toBe('bill.csv');
    expect(await place.list({ signal })).toEqual([file]);
    expect(asked).toEqual(['200 /exports/bill.csv', '304 /exports/bill.csv']);

    const [local] = await place.bring({
      files: [file],
      folder: directory.path,
      bytes: 1e6,
      signal,
    });
    expect(readFileSync(local.path, 'utf8')).toBe(focusCsv([{}]));
    content.set('/exports/bill.csv', focusCsv([{}, {}]));
    const [changed] = await place.list({ signal });
    expect(changed.version).not.toBe(file.version);
    expect(place.title).toBe(`${root}/exports/bill.csv`);
  });

  it('reads an export by its manifest, month by month', async () => {
    const data = (month: string, part: number) =>
      `/bucket/team/data/BILLING_PERIOD=${month}/export-${part}.csv.gz`;
    const manifest = (month: string) =>
      `/bucket/team/metadata/BILLING_PERIOD=${month}/export-Manifest.json`;
    for (const month of ['2026-10', '2026-11']) {
      content.set(
        manifest(month),
        JSON.stringify({
          dataFiles: [0, 1].map(part => `s3:/${data(month, part)}`),
        }),
      );
      for (const part of [0, 1]) {
        content.set(
          data(month, part),
          gzipSync(focusCsv([{ BillingPeriodStart: `${month}-01T00:00:00Z` }])),
        );
      }
    }
    const bills = source(placeOf(`${root}${manifest('{month}')}`));

    const deliveries = await bills.listDeliveries({ signal });
    expect(deliveries.map(({ id }) => id)).toEqual(['2026-10', '2026-11']);
    // September was never exported; nothing but manifests was fetched
    expect(asked.map(line => line.slice(0, 3))).toEqual(['200', '200', '404']);
    const months: string[] = [];
    const reading = await bills.read({
      delivery: deliveries[0],
      tags: [],
      onLines: async lines => {
        months.push(...lines.map(line => line.billingMonth));
      },
      signal,
    });
    expect(reading.rows).toBe(2);
    expect(months).toEqual(['2026-10-01']);
  });

  it('refuses what is not permitted, without its secrets', async () => {
    const place = placeOf(`${root}/bill.csv?signature=secret`, {
      allow: 'bills.example.com',
    });
    const error = await place.list({ signal }).catch(thrown => thrown);

    expect(error.message).toContain('backend.reading.allow');
    expect(error.message).not.toContain('secret');
    expect(asked).toEqual([]);
  });

  it('says what is wrong with an address', async () => {
    expect(() => placeOf(`${root}/folder/`)).toThrow(
      'cost.sources.bill.url must be the address of a .csv',
    );
    expect(() => placeOf('no address')).toThrow('cost.sources.bill.url must');
    await expect(placeOf(`${root}/gone.csv`).list({ signal })).rejects.toThrow(
      '404',
    );
    content.set('/m.json', '{"other": 1}');
    await expect(placeOf(`${root}/m.json`).list({ signal })).rejects.toThrow(
      '/m.json names no files',
    );
    content.set('/m.json', '{"files": ["http://169.254.169.254/keys.csv"]}');
    await expect(placeOf(`${root}/m.json`).list({ signal })).rejects.toThrow(
      'names a file on 169.254.169.254',
    );
  });

  it.each([
    ['b.csv', 'https://h/x/b.csv'],
    ['s3://bucket/a/b.csv', 'https://h/x/a/b.csv'],
    ['x/data/b c.csv', 'https://h/x/data/b%20c.csv'],
    ['s3://bucket/x/data/b.csv', 'https://h/x/data/b.csv'],
    ['https://h/x/y/b.csv', 'https://h/x/y/b.csv'],
  ])('finds %s beside a manifest', (part, url) => {
    expect(partUrl({ manifestUrl: 'https://h/x/m.json', part })).toBe(url);
  });

  it.each([
    'https://h/y/b.csv',
    '../../y/b.csv',
    's3://bucket/../../y/b.csv',
    'https://h/x/../y/b.csv',
    'https://h/b.csv',
  ])('does not leave the bucket of a manifest for %s', part => {
    expect(() =>
      partUrl({ manifestUrl: 'https://h/x/a/m.json', part }),
    ).toThrow('names a file outside of /x/');
  });

  it('finds files beside a manifest that lies in no folder', () => {
    expect(partUrl({ manifestUrl: 'https://h/m.json', part: 'a/b.csv' })).toBe(
      'https://h/a/b.csv',
    );
  });

  it('downloads no more than it may, all files together', async () => {
    content.set('/m.json', '{"files": ["a.csv", "b.csv"]}');
    content.set('/a.csv', 'x'.repeat(1_000));
    content.set('/b.csv', 'x'.repeat(1_000));
    const place = placeOf(`${root}/m.json?signature=secret`);
    const files = (await place.list({ signal })).filter(({ name }) =>
      name.endsWith('.csv'),
    );
    const bring = (bytes: number) =>
      place.bring({ files, folder: directory.path, bytes, signal });

    await expect(bring(2_000)).resolves.toHaveLength(2);
    const error = await bring(1_999).catch(thrown => thrown);
    expect(error).toBeInstanceOf(BillRefusedError);
    expect(error.message).toContain(`${root}/m.json has more than 0 MiB`);
  });
});
