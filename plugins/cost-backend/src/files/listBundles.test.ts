import { createMockDirectory } from '@backstage/backend-test-utils';
import { utimesSync, writeFileSync } from 'node:fs';
import { DirectoryPlace } from './DirectoryPlace';
import { listBundles } from './listBundles';

const NOON = Date.UTC(2026, 10, 18, 12);
const MINUTE = 60_000;

describe('listBundles', () => {
  const directory = createMockDirectory();

  /** Bundles as `id: files`, an hour after everything was written. */
  async function bundles(
    content: Parameters<typeof directory.setContent>[0] | undefined,
    ages: Record<string, number> = {},
  ) {
    if (content) {
      directory.setContent(content);
    }
    const place = DirectoryPlace.create({
      directory: directory.path,
      key: 'cost.sources.bill.directory',
    });
    const { signal } = new AbortController();
    for (const { name } of await place.list({ signal })) {
      const at = (NOON - (ages[name] ?? 60) * MINUTE) / 1_000;
      utimesSync(directory.resolve(name), at, at);
    }
    const found = await listBundles({
      place,
      settleMs: MINUTE,
      now: NOON,
      signal,
    });
    return found.map(
      ({ id, files }) => `${id}: ${files.map(({ name }) => name).join(' ')}`,
    );
  }

  it('takes loose files one by one, and nothing that is no bill', async () => {
    expect(
      await bundles({
        'b.csv': '',
        'a.csv.gz': '',
        'deep/er/c.PARQUET': '',
        'notes.md': '',
        'deep/.hidden.csv': '',
        '.git': { 'd.csv': '' },
      }),
    ).toEqual([
      'a.csv.gz: a.csv.gz',
      'b.csv: b.csv',
      'deep/er/c.PARQUET: deep/er/c.PARQUET',
    ]);
  });

  it.each(['2026-10', '20261001-20261031', 'BILLING_PERIOD=2026-10', '202610'])(
    'takes all of the folder %s together',
    async period => {
      expect(
        await bundles({
          export: {
            [period]: { 'a.csv': '', run: { 'b.csv': '' } },
            other: { 'c.csv': '' },
          },
        }),
      ).toEqual([
        `export/${period}: export/${period}/a.csv export/${period}/run/b.csv`,
        'export/other/c.csv: export/other/c.csv',
      ]);
    },
  );

  it('waits until a file lies still, and its whole folder with it', async () => {
    const content = {
      '2026-10': { 'a.csv': '', 'b.csv': '' },
      'c.csv': '',
    };
    expect(await bundles(content, { '2026-10/b.csv': 0.5 })).toEqual([
      'c.csv: c.csv',
    ]);
    expect(await bundles(content, { '2026-10/b.csv': 1 })).toHaveLength(2);
  });

  it('reads by the manifest what is complete, however young', async () => {
    const content = {
      data: {
        'BILLING_PERIOD=2026-10': {
          'x-1.csv.gz': '',
          'x-2.csv.gz': '',
          'old.csv': '',
        },
      },
      metadata: {
        'BILLING_PERIOD=2026-10': {
          'x-Manifest.json': JSON.stringify({
            dataFiles: [1, 2].map(
              part =>
                `s3://bucket/p/data/BILLING_PERIOD=2026-10/x-${part}.csv.gz`,
            ),
          }),
        },
      },
    };
    const ages = { 'data/BILLING_PERIOD=2026-10/x-2.csv.gz': 0 };
    const folder = 'data/BILLING_PERIOD=2026-10';
    expect(await bundles(content, ages)).toEqual([
      `${folder}: ${folder}/x-1.csv.gz ${folder}/x-2.csv.gz`,
    ]);
  });

  it('waits for a file that the manifest names', async () => {
    const content = {
      '20261001-20261031': {
        'part_0.csv': '',
        'manifest.json': JSON.stringify({
          blobs: [{ blobName: 'e/part_0.csv' }, { blobName: 'e/part_1.csv' }],
        }),
      },
    };
    const young = { '20261001-20261031/manifest.json': 0.5 };
    expect(await bundles(content, young)).toEqual([]);
    // it lies still: then something is wrong, and is said
    expect(await bundles(content)).toEqual([
      '20261001-20261031: 20261001-20261031/part_0.csv',
    ]);
    writeFileSync(directory.resolve('20261001-20261031/part_1.csv'), '');
    expect(await bundles(undefined)).toHaveLength(1);
  });

  it('takes the newest of several runs', async () => {
    const run = (id: string) => ({
      'part_0.csv': '',
      'manifest.json': JSON.stringify({
        blobs: [{ blobName: `x/20261001-20261031/${id}/part_0.csv` }],
      }),
    });
    const content = { '20261001-20261031': { b1: run('b1'), a2: run('a2') } };
    expect(
      await bundles(content, { '20261001-20261031/a2/manifest.json': 5 }),
    ).toEqual(['20261001-20261031: 20261001-20261031/a2/part_0.csv']);
  });

  it("takes no month by another month's manifest", async () => {
    const month = (name: string, parts: number[]) => ({
      [name]: {
        ...Object.fromEntries(parts.map(part => [`part-${part}.csv`, ''])),
        'manifest.json': JSON.stringify({
          parts: parts.map(part => `part-${part}.csv`),
        }),
      },
    });
    const found = await bundles(
      { ...month('2026-10', [0, 1, 2]), ...month('2026-11', [0]) },
      { '2026-11/manifest.json': 1 },
    );
    expect(found.map(line => line.split(' ').length - 1)).toEqual([3, 1]);
  });

  it('takes a manifest that names nothing for none', async () => {
    expect(
      await bundles({
        '2026-10': { 'a.csv': '', 'manifest.json': '{broken' },
        '2026-09': { 'a.csv': '', 'manifest.json': '{"parts": 2}' },
      }),
    ).toHaveLength(2);
  });

  it('sees a change of content in the version', async () => {
    const place = DirectoryPlace.create({
      directory: directory.path,
      key: 'k',
    });
    const { signal } = new AbortController();
    directory.setContent({ 'a.csv': 'one' });
    const [before] = await place.list({ signal });
    writeFileSync(directory.resolve('a.csv'), 'three');
    const [after] = await place.list({ signal });
    expect(after.version).not.toBe(before.version);
  });
});
