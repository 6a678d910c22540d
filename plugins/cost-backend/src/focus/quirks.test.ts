import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  COLUMNS_1_0,
  type FocusRow,
  focusCsv,
} from '@plimsoll/plugin-cost-node/testUtils';
import { readContent } from './__testUtils__/readContent';

describe('a quirk of exporters', () => {
  const directory = createMockDirectory();

  const read = async (
    rows: FocusRow[],
    options?: Parameters<typeof focusCsv>[1] & { tags?: string[] },
  ) => {
    const { lines, reading } = await readContent({
      directory,
      content: { 'bill.csv': focusCsv(rows, options) },
      tags: options?.tags,
    });
    return {
      lines,
      reading,
      faults: Object.fromEntries(
        reading.faults.map(({ rule, severity, count }) => [
          rule,
          `${severity} ${count}`,
        ]),
      ),
    };
  };

  it('writes NULL as a text', async () => {
    const { lines, faults } = await read(
      [{ Tags: undefined, SubAccountId: undefined, ResourceId: undefined }],
      { nothing: 'NULL' },
    );

    expect(lines[0].key).toMatchObject({
      subAccount: undefined,
      resourceId: undefined,
      pricing: 'standard',
      commitment: undefined,
      tags: {},
    });
    expect(faults).toEqual({
      'tags-missing': 'info 1',
      'null-as-text': 'info 1',
    });
  });

  it('writes nothing as an empty text', async () => {
    const { lines, faults } = await read([
      { PricingCategory: '', ServiceName: '' },
    ]);

    expect(lines[0].key.pricing).toBeUndefined();
    expect(lines[0].key.product).toBe('Example Cloud');
    expect(faults).toEqual({
      'empty-text': 'info 1',
      'service-missing': 'warning 1',
    });
  });

  it.each([
    ['2026-10-05 23:00:00', '2026-10-05', 1],
    ['2026-10-05T23:00:00Z', '2026-10-05', 0],
    ['2026-10-05T23:00:00.000Z', '2026-10-05', 0],
    ['2026-10-05T23:00', '2026-10-05', 1],
    ['2026-10-05', '2026-10-05', 0],
    ['2026-10-05T23:30:00-02:00', '2026-10-06', 0],
    ['2026-10-06T00:30:00+02:00', '2026-10-05', 0],
    ['2026-10-05 23:00:00 UTC', '2026-10-05', 0],
    ['2026-10-06T01:00+02', '2026-10-05', 0],
    ['2026-10-05T23:00-02', '2026-10-06', 0],
    ['2026-10-06 01:00 +02', '2026-10-05', 0],
    ['2026-10-05 23:00:00 -02', '2026-10-06', 0],
    ['2026-10-05 23:00 UTC', '2026-10-05', 0],
    ['2026-10-06T01:00:00+02', '2026-10-05', 0],
    ['2026-10-06T01:00+02:00', '2026-10-05', 0],
    ['2026-10-05T23:00Z', '2026-10-05', 0],
    ['2026-10-05 23:00:00.123456+00', '2026-10-05', 0],
  ])('writes instants as %s', async (text, day, withoutZone) => {
    const { lines, faults } = await read([
      { ChargePeriodStart: text, ChargePeriodEnd: '2026-10-31T00:00:00Z' },
    ]);

    expect(lines.map(line => line.day)).toEqual([day]);
    expect(faults).toEqual(
      withoutZone ? { 'time-without-zone': 'info 1' } : {},
    );
  });

  it('writes instants that are none', async () => {
    const { lines, faults } = await read([
      { ChargePeriodStart: '2026-02-30', ResourceId: 'a' },
      { BillingPeriodStart: '10/01/2026', ResourceId: 'b' },
    ]);

    expect(lines.map(line => [line.day, line.billingMonth])).toEqual([
      ['2026-10-01', '2026-10-01'],
      ['2026-10-05', '2026-10-01'],
    ]);
    expect(faults).toEqual({
      'charge-period-unreadable': 'warning 1',
      'billing-period-unreadable': 'warning 1',
    });
  });

  it('writes costs with exponents, many digits and signs', async () => {
    const { lines, faults } = await read([
      {
        BilledCost: '1.5E-5',
        EffectiveCost: '2e2',
        ContractedCost: '+0.00000080000',
        ListCost: '-2.61',
      },
    ]);

    expect(lines[0].amounts).toEqual({
      billed: 15_000n,
      effective: 200_000_000_000n,
      contracted: 800n,
      list: -2_610_000_000n,
    });
    expect(faults).toEqual({});
  });

  it('leaves costs out', async () => {
    const { lines, faults } = await read([
      { EffectiveCost: '', ListCost: 'NULL' },
      { EffectiveCost: '0.5' },
    ]);

    expect(lines[0].amounts).toMatchObject({
      billed: 200_000_000n,
      effective: 500_000_000n,
      list: 120_000_000n,
    });
    expect(faults).toEqual({ 'cost-missing': 'warning 2' });
  });

  it.each([
    ['{"service": "cart"}', 'cart'],
    ['{"user:service": "cart"}', 'cart'],
    ['{"user_service": "cart"}', 'cart'],
    ['{"Service": "cart"}', 'cart'],
    ['{"USER:SERVICE": "cart"}', 'cart'],
    ['{"user:service": "other", "service": "cart"}', 'cart'],
    ['{"service": true}', ''],
    ['{"service": null}', ''],
    ['{"service": ""}', ''],
    ['{"service": 7}', '7'],
    ['{"service": "NULL"}', 'NULL'],
    [
      '{"service": "caf\u00e9 \\"quoted\\" \u{1F680}"}',
      'caf\u00e9 "quoted" \u{1F680}',
    ],
    ['{"my.service": "x"}', undefined],
    ['{"aws:service": "x"}', undefined],
    ['{}', undefined],
    ['NULL', undefined],
  ])('writes tags as %s', async (text, value) => {
    const { lines } = await read([{ Tags: text }]);

    expect(lines[0].key.tags).toEqual(
      value === undefined ? {} : { service: value },
    );
  });

  it('has keys with dots, slashes, quotes and dollars', async () => {
    const names = ['a.b', 'k8s.io/name', 'with "quotes"', '$.x', '~1', "it's"];
    const tags = Object.fromEntries(names.map(name => [name, `of ${name}`]));
    const { lines } = await read([{ Tags: JSON.stringify(tags) }], {
      tags: names,
    });

    expect(lines[0].key.tags).toEqual(tags);
  });

  it('has tags that are no JSON', async () => {
    const { lines, faults } = await read([
      { Tags: '{service: cart' },
      { Tags: '["service"]' },
      { Tags: '{"service": "cart"} ' },
    ]);

    expect(faults).toEqual({ 'tags-unreadable': 'warning 2' });
    expect(lines.map(({ key }) => key.tags)).toEqual([{ service: 'cart' }, {}]);
  });

  it('breaks rules of the format, which are counted and change nothing', async () => {
    const { lines, faults } = await read([
      { ListCost: '0.10', ContractedCost: '0.11' },
      { EffectiveCost: '0', BilledCost: '3.2' },
      { ChargeCategory: 'Usage', BilledCost: '-1', EffectiveCost: '-1' },
      { ChargeCategory: 'Fee' },
      { ChargeClass: 'Odd' },
      { ServiceCategory: 'Blockchain' },
      { CommitmentDiscountStatus: 'Unused' },
      {
        ChargeCategory: 'Purchase',
        CommitmentDiscountId: 'plan',
        EffectiveCost: '9',
      },
      {
        PricingCategory: 'Committed',
        CommitmentDiscountId: 'plan',
        CommitmentDiscountStatus: 'Used',
      },
      { ChargePeriodStart: '2026-09-05T00:00:00Z' },
      { ChargePeriodEnd: '2026-10-05T10:00:00Z' },
    ]);

    expect(faults).toEqual({
      'list-below-contracted': 'warning 1',
      'billed-without-effective': 'warning 1',
      'negative-charge': 'warning 1',
      'charge-category-unknown': 'warning 1',
      'charge-class-unknown': 'warning 1',
      'service-category-unknown': 'warning 1',
      'commitment-status-alone': 'warning 1',
      'effective-on-commitment-purchase': 'warning 1',
      'billed-on-committed-use': 'warning 1',
      'outside-billing-period': 'warning 1',
      'ends-before-it-starts': 'warning 1',
    });
    const billed = lines.reduce((sum, { amounts }) => sum + amounts.billed, 0n);
    expect(billed).toBe(3_200_000_000n - 1_000_000_000n + 900_000_000n);
    expect(lines.find(({ day }) => day === '2026-09-05')?.billingMonth).toBe(
      '2026-10-01',
    );
    expect(
      lines.find(({ kind }) => kind === 'adjustment')?.amounts.billed,
    ).toBe(100_000_000n);
  });

  it('lets rules alone where they do not apply', async () => {
    const { faults } = await read([
      { ChargeCategory: 'Credit', BilledCost: '-2.61', EffectiveCost: '-2.61' },
      {
        ChargeCategory: 'Usage',
        ChargeClass: 'Correction',
        BilledCost: '-1',
        EffectiveCost: '-1',
        ChargePeriodStart: '2026-09-05T00:00:00Z',
      },
      { ChargeCategory: 'Tax', Tags: '' },
      {
        ChargeCategory: 'Purchase',
        CommitmentDiscountId: 'plan',
        EffectiveCost: '0',
        Tags: '{}',
      },
      {
        ListCost: '0',
        ContractedCost: '0',
        BilledCost: '0',
        EffectiveCost: '0',
      },
    ]);

    expect(faults).toEqual({});
  });

  it('says what kind of charge it is', async () => {
    const { lines } = await read([
      { ResourceId: 'a', ChargeCategory: 'Usage' },
      { ResourceId: 'b', ChargeCategory: 'Purchase' },
      { ResourceId: 'c', ChargeCategory: 'Tax' },
      { ResourceId: 'd', ChargeCategory: 'Credit' },
      { ResourceId: 'e', ChargeCategory: 'Adjustment' },
      {
        ResourceId: 'f',
        ChargeCategory: 'Credit',
        ChargeDescription: 'Refund for the outage',
      },
      {
        ResourceId: 'g',
        ChargeClass: 'Correction',
        BilledCost: '-4',
        EffectiveCost: '-4',
      },
      { ResourceId: 'h', ChargeClass: 'Correction' },
    ]);

    const kinds = Object.fromEntries(
      lines.map(line => [line.key.resourceId, [line.kind, line.correction]]),
    );
    expect(kinds).toEqual({
      a: ['usage', undefined],
      b: ['purchase', undefined],
      c: ['tax', undefined],
      d: ['credit', undefined],
      e: ['adjustment', undefined],
      f: ['refund', undefined],
      g: ['refund', true],
      h: ['usage', true],
    });
  });

  it('measures the same thing in two units', async () => {
    const { lines } = await read([
      { ResourceId: 'a', ConsumedUnit: 'Hours' },
      { ResourceId: 'a', ConsumedUnit: 'Minutes' },
      { ResourceId: 'b', ConsumedUnit: 'GB', ConsumedQuantity: '2.5' },
      { ResourceId: 'c', ConsumedUnit: 'NULL', ConsumedQuantity: 'NULL' },
    ]);

    expect(lines.map(({ quantity }) => quantity)).toEqual([
      undefined,
      { value: 2.5, unit: 'GB' },
      undefined,
    ]);
  });

  it('keeps currencies apart and commitments known', async () => {
    const { lines } = await read([
      { BillingCurrency: 'usd' },
      { BillingCurrency: 'EUR' },
      {
        BillingCurrency: 'EUR',
        CommitmentDiscountId: 'plan',
        CommitmentDiscountStatus: 'Unused',
      },
    ]);

    expect(lines.map(line => [line.currency, line.key.commitment])).toEqual([
      ['EUR', 'unused'],
      ['EUR', undefined],
      ['USD', undefined],
    ]);
  });

  it('separates values with semicolons, ends lines as Windows does, marks its order', async () => {
    const csv = focusCsv([{ Tags: undefined }, {}]);
    const plain = await readContent({ directory, content: { 'a.csv': csv } });
    const odd = await readContent({
      directory,
      content: {
        'a.csv': `\uFEFF${csv
          .replaceAll('","', '";"')
          .replaceAll(',,', ';;')
          .replaceAll(/,(?=[;"\n])|(?<=[;"]),/g, ';')
          .replaceAll('\n', '\r\n')}`,
      },
    });

    expect(odd.lines).toEqual(plain.lines);
  });

  it('adds columns of its own and leaves out what may be left out', async () => {
    const needed = [
      'x_Mine',
      'BilledCost',
      'EffectiveCost',
      'ContractedCost',
      'ListCost',
      'BillingCurrency',
      'BillingAccountId',
      'BillingPeriodStart',
      'ChargePeriodStart',
      'ChargeCategory',
    ];
    const { lines, faults } = await read([{ x_Mine: '1' }], {
      columns: needed,
    });

    expect(lines[0].key).toMatchObject({ product: 'Usage', category: 'other' });
    expect(faults).toEqual({
      'service-missing': 'warning 1',
      'service-category-unknown': 'warning 1',
      'tags-missing': 'info 1',
    });
  });

  it('spells columns its own way, but not twice', async () => {
    const snake = COLUMNS_1_0.map(name =>
      name.replaceAll(/(?<!^)([A-Z])/g, '_$1').toLowerCase(),
    );
    const csv = focusCsv([{}]);
    const { lines } = await readContent({
      directory,
      content: {
        'a.csv': `${snake.join(',')}\n${csv.slice(csv.indexOf('\n') + 1)}`,
      },
    });
    expect(lines[0].key.resourceId).toBe('machine-1');

    await expect(
      read([{}], { columns: [...COLUMNS_1_0, 'billed_cost'] }),
    ).rejects.toThrow('has the column billed_cost twice');
  });
});
