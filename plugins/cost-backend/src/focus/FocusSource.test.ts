import { createMockDirectory } from '@backstage/backend-test-utils';
import { gzipSync } from 'node:zlib';
import { COLUMNS_1_0, focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { readContent } from './__testUtils__/readContent';

describe('FocusSource', () => {
  const directory = createMockDirectory();

  it('sums charges of one day that differ in nothing', async () => {
    const { lines, reading } = await readContent({
      directory,
      content: {
        'bill.csv': focusCsv([
          {},
          {
            ChargePeriodStart: '2026-10-05T23:00:00Z',
            ChargePeriodEnd: '2026-10-06T00:00:00Z',
          },
          {
            ChargePeriodStart: '2026-10-06T00:00:00Z',
            ChargePeriodEnd: '2026-10-06T01:00:00Z',
          },
        ]),
      },
    });

    expect(lines).toEqual([
      {
        key: {
          billingAccount: '1234567890123',
          subAccount: 'shop-prod',
          product: 'Machines',
          category: 'compute',
          resourceId: 'machine-1',
          resourceName: 'cart-1',
          resourceType: 'Machine',
          region: 'eu-1',
          sku: 'SKU-1',
          tags: { service: 'cart' },
          pricing: 'standard',
          provider: 'Example Cloud',
          serviceCategory: 'Compute',
        },
        day: '2026-10-05',
        billingMonth: '2026-10-01',
        kind: 'usage',
        currency: 'USD',
        amounts: {
          billed: 200_000_000n,
          effective: 180_000_000n,
          contracted: 220_000_000n,
          list: 240_000_000n,
        },
        quantity: { value: 2, unit: 'Hours' },
      },
      expect.objectContaining({
        day: '2026-10-06',
        amounts: expect.objectContaining({ billed: 100_000_000n }),
      }),
    ]);
    expect(reading).toEqual({
      rows: 3,
      formatVersion: '1.0',
      faults: [],
      exact: [
        {
          billingAccount: '1234567890123',
          billingMonth: '2026-10-01',
          currency: 'USD',
          billed: '0.3',
          effective: '0.27',
          contracted: '0.33',
          list: '0.36',
        },
      ],
      engineSeconds: expect.any(Number),
    });
  });

  it('reads gzip as the same bill, whatever it is called', async () => {
    const csv = focusCsv([{}, { ResourceId: 'machine-2' }]);
    const plain = await readContent({ directory, content: { 'a.csv': csv } });
    const packed = await readContent({
      directory,
      content: { 'a.csv': gzipSync(csv) },
    });

    expect(packed.lines).toEqual(plain.lines);
    expect(packed.lines).toHaveLength(2);
  });

  it('finds columns by name', async () => {
    const plain = await readContent({
      directory,
      content: { 'a.csv': focusCsv([{}]) },
    });
    const shuffled = await readContent({
      directory,
      content: {
        'a.csv': focusCsv([{}], {
          columns: [...COLUMNS_1_0, 'x_CostCenter'].reverse(),
        }),
      },
    });

    expect(shuffled.lines).toEqual(plain.lines);
  });
});
