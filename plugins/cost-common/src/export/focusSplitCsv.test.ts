import type { AllocatedCost } from '../allocation/AllocatedCost';
import { money } from '../__testUtils__/lines';
import { csvLine } from './csvLine';
import { focusSplitCsv } from './focusSplitCsv';

const CHECKOUT = 'component:default/checkout';

function costOf(options: Partial<AllocatedCost>): AllocatedCost {
  return {
    day: '2026-10-31',
    billingMonth: '2026-10-01',
    category: 'compute',
    kind: 'usage',
    currency: 'USD',
    charge: {
      billingAccount: '4711',
      provider: 'Example Cloud',
      product: 'Machines',
    },
    amounts: money('10'),
    ...options,
  };
}

/** Rows as records of the columns that are not empty. */
function rowsOf(costs: AllocatedCost[], titles?: Map<string, string>) {
  const [head, ...lines] = [...focusSplitCsv({ costs, titles })];
  const names = head.trim().split(',');
  return lines.map(line => {
    const fields = [
      ...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(?:,|\r\n)/g),
    ];
    return Object.fromEntries(
      fields
        .map(([, quoted, plain], n) => [
          names[n],
          quoted?.replaceAll('""', '"') ?? plain,
        ])
        .filter(([, value]) => value !== ''),
    );
  });
}

describe('focusSplitCsv', () => {
  it('writes a charge that names its service without a method', () => {
    expect(
      rowsOf(
        [
          costOf({
            entityRef: CHECKOUT,
            basis: { by: 'direct', name: 'tag:service' },
          }),
        ],
        new Map([[CHECKOUT, 'Checkout, the service']]),
      ),
    ).toEqual([
      {
        BilledCost: '10.00',
        BillingAccountId: '4711',
        BillingCurrency: 'USD',
        BillingPeriodEnd: '2026-11-01T00:00:00Z',
        BillingPeriodStart: '2026-10-01T00:00:00Z',
        ChargeCategory: 'Usage',
        ChargeDescription: 'Use',
        ChargePeriodEnd: '2026-11-01T00:00:00Z',
        ChargePeriodStart: '2026-10-31T00:00:00Z',
        ContractedCost: '10.00',
        EffectiveCost: '10.00',
        HostProviderName: 'Example Cloud',
        InvoiceIssuerName: 'Example Cloud',
        ListCost: '10.00',
        ProviderName: 'Example Cloud',
        PublisherName: 'Example Cloud',
        ServiceCategory: 'Compute',
        ServiceName: 'Machines',
        ServiceProviderName: 'Example Cloud',
        Tags: `{"backstage.io/entity-ref":"${CHECKOUT}"}`,
        x_CostCategory: 'compute',
        x_EntityRef: CHECKOUT,
        x_EntityTitle: 'Checkout, the service',
      },
    ]);
  });

  it('writes how a shared charge was split, idle with it', () => {
    const basis = { by: 'cluster' as const, cluster: 'prod' };
    const rows = rowsOf(
      [
        costOf({ entityRef: CHECKOUT, basis, amounts: money('7.5') }),
        costOf({ pool: 'idle', basis, amounts: money('2.5') }),
        costOf({ pool: 'unallocated', amounts: money('5') }),
      ],
      new Map([[CHECKOUT, 'Checkout']]),
    );
    expect(rows[0]).toEqual(
      expect.objectContaining({
        AllocatedResourceId: CHECKOUT,
        AllocatedResourceName: 'Checkout',
        AllocatedTags: `{"backstage.io/entity-ref":"${CHECKOUT}"}`,
        x_EntityRef: CHECKOUT,
      }),
    );
    expect(
      rows.map(row => [
        row.AllocatedMethodId,
        row.AllocatedMethodDetails,
        row.x_Pool,
      ]),
    ).toEqual([
      ['cluster:prod', '{"Elements":[{"AllocatedRatio":0.75}]}', undefined],
      ['cluster:prod', '{"Elements":[{"AllocatedRatio":0.25}]}', 'idle'],
      [undefined, undefined, 'unallocated'],
    ]);
  });

  it('says what the bill said of a charge, and what it must not leave out', () => {
    const [known, unknown] = rowsOf([
      costOf({
        kind: 'refund',
        charge: {
          billingAccount: '4711',
          product: 'Vault',
          serviceCategory: 'Security',
          correction: true,
        },
      }),
      costOf({
        pool: 'unallocated',
        category: 'cache',
        charge: { billingAccount: '4711', product: '' },
      }),
    ]);
    expect(known).toMatchObject({
      ChargeCategory: 'Adjustment',
      ChargeClass: 'Correction',
      ChargeDescription: 'Refund',
      ServiceCategory: 'Security',
      ServiceName: 'Vault',
      ServiceProviderName: 'Unknown',
    });
    expect(unknown).toMatchObject({
      ServiceCategory: 'Databases',
      ServiceName: 'Unknown',
      Tags: '{"plimsoll.dev/pool":"unallocated"}',
    });
  });

  it('keeps what was split apart by day, kind and currency', () => {
    const basis = { by: 'shared' as const, pool: 'p', key: 'even' as const };
    const rows = rowsOf([
      costOf({ entityRef: CHECKOUT, basis }),
      costOf({ entityRef: CHECKOUT, basis, kind: 'tax' }),
      costOf({
        entityRef: CHECKOUT,
        basis,
        kind: 'refund',
        amounts: money('0'),
      }),
      costOf({ entityRef: CHECKOUT, basis, currency: 'EUR' }),
      costOf({
        entityRef: CHECKOUT,
        basis,
        charge: { billingAccount: 'other', product: 'Machines' },
      }),
    ]);
    expect(rows.map(row => row.AllocatedMethodDetails)).toEqual([
      '{"Elements":[{"AllocatedRatio":1}]}',
      '{"Elements":[{"AllocatedRatio":1}]}',
      '{"Elements":[{"AllocatedRatio":0}]}',
      '{"Elements":[{"AllocatedRatio":1}]}',
      '{"Elements":[{"AllocatedRatio":1}]}',
    ]);
    expect(rows.map(row => row.ChargeCategory)).toEqual([
      'Usage',
      'Tax',
      'Adjustment',
      'Usage',
      'Usage',
    ]);
  });

  it('is one head for no rows', () => {
    expect([...focusSplitCsv({ costs: [] })]).toHaveLength(1);
  });
});

describe('csvLine', () => {
  it('quotes what would break a line, and disarms formulas', () => {
    expect(csvLine(['a', undefined, 'b,c', 'd"e', 'f\ng', '-3.18'])).toBe(
      'a,,"b,c","d""e","f\ng",-3.18\r\n',
    );
    expect(csvLine(['=1+1', '@x', '-x', '+1'])).toBe("'=1+1,'@x,'-x,'+1\r\n");
    // so that the first apostrophe is always ours
    expect(csvLine(["'x", "'=x", "x'"])).toBe("''x,''=x,x'\r\n");
  });
});
