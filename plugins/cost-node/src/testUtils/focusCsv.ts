/** FOCUS 1.0, in no order that means anything; `Id` is an exporter's own. */
export const COLUMNS_1_0 = [
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'Id',
  'ServiceName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
] as const;

/** A row; what is left out is as of an hour of a machine of the cart. */
export type FocusRow = Partial<Record<string, string>>;

/** An hour of a machine, as a provider writes it that keeps to the format. */
export const MACHINE_HOUR: FocusRow = {
  BilledCost: '0.10',
  BillingAccountId: '1234567890123',
  BillingAccountName: 'Shop',
  BillingCurrency: 'USD',
  BillingPeriodEnd: '2026-11-01T00:00:00Z',
  BillingPeriodStart: '2026-10-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeDescription: 'An hour of m7g.large',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodEnd: '2026-10-05T11:00:00Z',
  ChargePeriodStart: '2026-10-05T10:00:00Z',
  ConsumedQuantity: '1',
  ConsumedUnit: 'Hours',
  ContractedCost: '0.11',
  EffectiveCost: '0.09',
  InvoiceIssuerName: 'Example Cloud',
  ListCost: '0.12',
  PricingCategory: 'Standard',
  ProviderName: 'Example Cloud',
  PublisherName: 'Example Cloud',
  RegionId: 'eu-1',
  ResourceId: 'machine-1',
  ResourceName: 'cart-1',
  ResourceType: 'Machine',
  ServiceCategory: 'Compute',
  ServiceName: 'Machines',
  SkuId: 'SKU-1',
  SubAccountId: 'shop-prod',
  Tags: '{"service": "cart"}',
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The first line of a CSV file. */
export function focusHead(columns: readonly string[] = COLUMNS_1_0): string {
  return `${columns.map(quoted).join(',')}\n`;
}

/**
 * A line of a CSV file.
 *
 * @param options.columns - FOCUS 1.0 by default
 * @param options.nothing - what stands for null; nothing by default
 */
export function focusLine(
  row: FocusRow,
  options: { columns?: readonly string[]; nothing?: string } = {},
): string {
  const { columns = COLUMNS_1_0, nothing = '' } = options;
  const fields = columns.map(name => {
    const value = name in row ? row[name] : MACHINE_HOUR[name];
    return value === undefined ? nothing : quoted(value);
  });
  return `${fields.join(',')}\n`;
}

/**
 * A CSV file.
 *
 * @param options - see {@link focusLine}
 */
export function focusCsv(
  rows: readonly FocusRow[],
  options: Parameters<typeof focusLine>[1] = {},
): string {
  return [
    focusHead(options.columns),
    ...rows.map(row => focusLine(row, options)),
  ].join('');
}
