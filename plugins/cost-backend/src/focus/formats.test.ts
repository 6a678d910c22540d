import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  COLUMNS_1_0,
  FOCUS_CASES,
  focusCsv,
  focusOutcome,
  type FocusRow,
} from '@plimsoll/plugin-cost-node/testUtils';
import { readContent } from './__testUtils__/readContent';
import { writeParquet } from './__testUtils__/writeParquet';

const V1_1 = [...COLUMNS_1_0, 'ServiceSubcategory', 'SkuMeter'];
const V1_2 = [...V1_1, 'InvoiceId', 'BillingAccountType', 'PricingCurrency'];
const V1_3 = [
  ...V1_2,
  'ServiceProviderName',
  'HostProviderName',
  'AllocatedMethodId',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
];
const V1_4 = [...V1_3, 'InvoiceDetailId'].filter(
  name => !['ProviderName', 'PublisherName'].includes(name),
);

describe('FOCUS', () => {
  const directory = createMockDirectory();
  const read = (content: Parameters<typeof directory.setContent>[0]) =>
    readContent({ directory, content });

  it.each([
    ['1.0', COLUMNS_1_0],
    ['1.1', V1_1],
    ['1.2', V1_2],
    ['1.3', V1_3],
    ['1.4', V1_4],
  ])('%s is read and named', async (version, columns) => {
    const { reading, lines } = await read({
      'bill.csv': focusCsv([{ ServiceProviderName: 'Example Cloud' }], {
        columns,
      }),
    });

    expect(reading).toMatchObject({
      formatVersion: version,
      rows: 1,
      faults: [],
    });
    expect(lines).toHaveLength(1);
    expect(lines[0].amounts.effective).toBe(90_000_000n);
  });

  it.each([
    ['1.0 by its provider', COLUMNS_1_0, 'Example Cloud'],
    ['1.3 by who provides the service', V1_3, 'Provider of 1.3'],
    ['1.4 by who provides the service', V1_4, 'Provider of 1.3'],
    [
      '1.4 by who sends the invoice',
      V1_4.filter(name => name !== 'ServiceProviderName'),
      'Issuer',
    ],
  ])('names a charge without a service in %s', async (_, columns, product) => {
    const { lines } = await read({
      'bill.csv': focusCsv(
        [
          {
            ServiceName: '',
            ServiceProviderName: 'Provider of 1.3',
            InvoiceIssuerName: 'Issuer',
          },
        ],
        { columns },
      ),
    });
    expect(lines[0].key.product).toBe(product);
  });

  it("leaves a provider's own split as it is", async () => {
    const { lines } = await read({
      'bill.csv': focusCsv(
        [
          {
            AllocatedMethodId: 'split-1',
            AllocatedResourceId: 'pod-1',
            AllocatedTags: '{"service": "pay"}',
          },
          { AllocatedMethodId: 'NULL' },
        ],
        { columns: V1_3 },
      ),
    });

    expect(
      lines.map(({ key }) => [key.splitByProvider, key.resourceId, key.tags]),
    ).toEqual(
      expect.arrayContaining([
        [true, 'pod-1', { service: 'pay' }],
        [undefined, 'machine-1', { service: 'cart' }],
      ]),
    );
  });

  it('is the same bill as CSV and as Parquet with types', async () => {
    const rows: FocusRow[] = [
      { BilledCost: '1.000000000001', Tags: '{"service": "cart", "b": "2"}' },
      {
        ChargePeriodStart: '2026-10-06T23:00:00Z',
        ChargePeriodEnd: '2026-10-07T00:00:00Z',
        Tags: '{}',
      },
    ];
    const csv = await read({ 'bill.csv': focusCsv(rows) });
    directory.setContent({ 'in.csv': focusCsv(rows) });
    const typed = (tags: string) => `SELECT * REPLACE (
        CAST(BilledCost AS DECIMAL(30, 12)) AS BilledCost,
        CAST(EffectiveCost AS DOUBLE) AS EffectiveCost,
        CAST(ConsumedQuantity AS DOUBLE) AS ConsumedQuantity,
        CAST(ChargePeriodStart AS TIMESTAMPTZ) AS ChargePeriodStart,
        CAST(ChargePeriodEnd AS TIMESTAMP) AS ChargePeriodEnd,
        CAST(BillingPeriodStart AS DATE) AS BillingPeriodStart,
        ${tags} AS Tags
      ) FROM read_csv('${directory.resolve('in.csv')}', all_varchar = true)`;
    const map = `CAST(CAST(Tags AS JSON) AS MAP(VARCHAR, VARCHAR))`;
    const shapes = [
      'Tags',
      map,
      `list_transform(map_entries(${map}), one -> {'key': one.key, 'value': one.value})`,
    ];
    for (const shape of shapes) {
      const file = directory.resolve('bill.parquet');
      await writeParquet(file, typed(shape));
      const parquet = await read({ 'bill.parquet': readFileSync(file) });

      expect(parquet.lines).toEqual(csv.lines);
      expect(parquet.reading.rows).toBe(2);
      expect(parquet.reading.faults).toEqual(csv.reading.faults);
      expect(csv.reading.faults).toEqual([
        expect.objectContaining({ rule: 'tags-missing', count: 1 }),
      ]);
      directory.setContent({ 'in.csv': focusCsv(rows) });
    }
  });

  it('is one bill in many files, of different columns and packings', async () => {
    const { lines, reading } = await read({
      '2026-10': {
        'part-0.csv': focusCsv([{}]),
        'part-1.csv': focusCsv([{}]),
        'part-2.csv.gz': gzipSync(focusCsv([{}])),
        'part-3.csv': focusCsv([{}], { columns: V1_2 }),
        'part-4.csv': focusCsv([{}])
          .replaceAll('","', '";"')
          .replaceAll(/,/g, ';'),
        'notes.txt': 'not a bill',
      },
    });

    expect(reading.rows).toBe(5);
    expect(reading.formatVersion).toBe('1.2');
    expect(lines).toHaveLength(1);
    expect(lines[0].amounts.billed).toBe(500_000_000n);
  });

  it('names the file that is not as it should be', async () => {
    await expect(
      read({
        '2026-10': {
          'a.csv': focusCsv([{}]),
          'b.csv': `${focusCsv([{}])}1,2,3\n`,
        },
      }),
    ).rejects.toThrow('2026-10/b.csv, line 3 has 3 values');
    await expect(
      read({ '2026-10': { 'a.csv': focusCsv([{}]), 'b.csv': 'a,b\n' } }),
    ).rejects.toThrow('2026-10/b.csv has no column BilledCost');
  });

  it('of more resources than the first memory holds is read with more', async () => {
    const content = {
      'bill.csv': focusCsv(
        Array.from({ length: 30_000 }, (_, index) => ({
          ResourceId: `${index}-${'r'.repeat(700)}`,
          ResourceName: `${index}-${'n'.repeat(700)}`,
        })),
      ),
    };
    const limits = { bytes: 1e9, spillMiB: 1 };
    const all = { directory, content };

    await expect(
      readContent({ ...all, limits: { ...limits, memoryMiB: 96 } }),
    ).rejects.toThrow('Reading needs more than 96 MiB of memory');
    const { lines } = await readContent({
      ...all,
      limits: { ...limits, memoryMiB: 512 },
    });
    const ids = new Set(lines.map(({ key }) => key.resourceId));
    expect([lines.length, ids.size]).toEqual([30_000, 30_000]);
  });

  it('of a header alone is a bill of nothing', async () => {
    const { lines, reading } = await read({ 'bill.csv': focusCsv([]) });

    expect(lines).toEqual([]);
    expect(reading).toMatchObject({ rows: 0, faults: [] });
  });
});

describe('every source of FOCUS', () => {
  const directory = createMockDirectory();

  it.each(FOCUS_CASES.map(one => [one.name, one] as const))(
    '%s',
    async (_, { rows, tags, lines, faults }) => {
      const read = await readContent({
        directory,
        content: { 'bill.csv': focusCsv(rows) },
        tags,
      });

      expect(focusOutcome(read)).toEqual({ lines, faults });
    },
  );
});
