import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const SERVICES = 300;
const DAYS = 30;
const HOURS = DAYS * 24;

/** FOCUS 1.0, 43 columns. */
const COLUMNS = [
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
  'ServiceName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
];

/** What a service is charged for each hour. */
const CHARGES = [
  ['Compute', 'Elastic Machines', 'Machine', 'Hours'],
  ['Compute', 'Elastic Machines', 'Machine', 'Hours'],
  ['Storage', 'Block Storage', 'Volume', 'GB-Months'],
  ['Networking', 'Load Balancing', 'Load balancer', 'LCU-Hours'],
  ['Databases', 'Managed Cache', 'Cache node', 'Hours'],
];

const instant = hour =>
  new Date(Date.UTC(2026, 9, 1) + hour * 3_600_000)
    .toISOString()
    .replace('.000Z', 'Z');

/** The same digits for the same number, without a source of chance. */
const digits = (seed, length) =>
  String((seed * 2_654_435_761) % 10 ** length).padStart(length, '0');

function rowOf(index) {
  const hour = index % HOURS;
  const kind = Math.floor(index / HOURS) % CHARGES.length;
  const service = Math.floor(index / (HOURS * CHARGES.length)) % SERVICES;
  const [category, product, type, unit] = CHARGES[kind];
  const isUntagged = service % 50 === 49;
  const list = `0.${digits(index + 1, 10)}`;
  const id = `arn:cloud:eu-central-1:${digits(service + 7, 12)}:${type
    .toLowerCase()
    .replace(' ', '-')}/${digits(
    service * 31 + kind + 1,
    12,
  )}-${service}-${kind}`;
  const tags = isUntagged
    ? ''
    : `"{""service"": ""service-${service}"", ""environment"": ""production"", ""team"": ""team-${
        service % 40
      }"", ""cost-center"": ""cc-${service % 12}""}"`;
  return [
    'eu-central-1a',
    list,
    '"1234567890123"',
    '"Example organisation"',
    '"USD"',
    '"2026-11-01T00:00:00Z"',
    '"2026-10-01T00:00:00Z"',
    '"Usage"',
    '',
    `"$0.${digits(
      kind + 3,
      6,
    )} per ${unit} of ${product} in EU (Frankfurt), on demand"`,
    '"Usage-Based"',
    `"${instant(hour + 1)}"`,
    `"${instant(hour)}"`,
    '',
    '',
    '',
    '',
    '',
    `1.${digits(index + 5, 9)}`,
    `"${unit}"`,
    list,
    '0.0416',
    list,
    '"Example Cloud, Incorporated"',
    list,
    '0.0416',
    '"Standard"',
    `1.${digits(index + 5, 9)}`,
    `"${unit}"`,
    '"Example Cloud"',
    '"Example Cloud, Incorporated"',
    '"eu-central-1"',
    '"EU (Frankfurt)"',
    `"${id}"`,
    `"service-${service}-${kind}"`,
    `"${type}"`,
    `"${category}"`,
    `"${product}"`,
    `"SKU${digits(kind + 11, 12)}"`,
    `"SKU${digits(kind + 11, 12)}.JRTCKXETXF.6YS6EN2CT7"`,
    `"${digits(service + 7, 12)}"`,
    `"Account of team ${service % 40}"`,
    tags,
  ].join(',');
}

/**
 * Writes a month's bill: hourly charges of 300 services, five each, as large
 * providers write them.
 *
 * @param {{ file: string, rows: number }} options
 * @returns {Promise<{ bytes: number }>}
 */
export async function writeBill({ file, rows }) {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  out.write(`${COLUMNS.map(name => `"${name}"`).join(',')}\n`);
  let part = [];
  for (let index = 0; index < rows; index += 1) {
    part.push(rowOf(index));
    if (part.length === 2_000 || index === rows - 1) {
      if (!out.write(`${part.join('\n')}\n`)) {
        await once(out, 'drain');
      }
      part = [];
    }
  }
  out.end();
  await once(out, 'finish');
  return { bytes: out.bytesWritten };
}
