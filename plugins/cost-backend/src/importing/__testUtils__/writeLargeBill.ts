import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import {
  type FocusRow,
  focusHead,
  focusLine,
} from '@plimsoll/plugin-cost-node/testUtils';

const SERVICES = 300;
const HOURS = 30 * 24;

/** What a service is charged for each hour. */
const CHARGES = [
  ['Compute', 'Elastic Machines', 'Machine', 'Hours'],
  ['Compute', 'Elastic Machines', 'Machine', 'Hours'],
  ['Storage', 'Block Storage', 'Volume', 'GB-Months'],
  ['Networking', 'Load Balancing', 'Load balancer', 'LCU-Hours'],
  ['Databases', 'Managed Cache', 'Cache node', 'Hours'],
] as const;

const instant = (hour: number) =>
  new Date(Date.UTC(2026, 9, 1) + hour * 3_600_000)
    .toISOString()
    .replace('.000Z', 'Z');

/** The same digits for the same number, without a source of chance. */
const digits = (seed: number, length: number) =>
  String((seed * 2_654_435_761) % 10 ** length).padStart(length, '0');

/** Hourly charges of 300 services, five each, as large providers have them. */
function rowOf(index: number): FocusRow {
  const hour = index % HOURS;
  const kind = Math.floor(index / HOURS) % CHARGES.length;
  const service = Math.floor(index / (HOURS * CHARGES.length)) % SERVICES;
  const [category, product, type, unit] = CHARGES[kind];
  const cost = `0.${digits(index + 1, 10)}`;
  const quantity = `1.${digits(index + 5, 9)}`;
  const sku = `SKU${digits(kind + 11, 12)}`;
  const name = `service-${service}-${kind}`;
  return {
    AvailabilityZone: 'eu-central-1a',
    BilledCost: cost,
    ChargeDescription: `${product} in EU (Frankfurt), on demand`,
    ChargePeriodEnd: instant(hour + 1),
    ChargePeriodStart: instant(hour),
    ConsumedQuantity: quantity,
    ConsumedUnit: unit,
    ContractedCost: cost,
    ContractedUnitPrice: '0.0416',
    EffectiveCost: cost,
    ListCost: cost,
    ListUnitPrice: '0.0416',
    PricingQuantity: quantity,
    PricingUnit: unit,
    RegionId: 'eu-central-1',
    RegionName: 'EU (Frankfurt)',
    ResourceId: `arn:cloud:eu-central-1:${digits(
      service + 7,
      12,
    )}:${type.toLowerCase()}/${name}`,
    ResourceName: name,
    ResourceType: type,
    ServiceCategory: category,
    ServiceName: product,
    SkuId: sku,
    SkuPriceId: `${sku}.JRTCKXETXF`,
    SubAccountId: digits(service + 7, 12),
    SubAccountName: `Account of team ${service % 40}`,
    // every fiftieth service is tagged by nobody
    Tags:
      service % 50 === 49
        ? undefined
        : JSON.stringify({
            service: `service-${service}`,
            environment: 'production',
            team: `team-${service % 40}`,
          }),
  };
}

/**
 * Writes a month's bill of a large organisation, about 700 bytes a row.
 *
 * @returns bytes of the file
 */
export async function writeLargeBill(options: {
  file: string;
  rows: number;
}): Promise<number> {
  const { file, rows } = options;
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  out.write(focusHead());
  for (let start = 0; start < rows; start += 2_000) {
    const count = Math.min(2_000, rows - start);
    const part = Array.from({ length: count }, (_, index) =>
      focusLine(rowOf(start + index)),
    );
    if (!out.write(part.join(''))) {
      await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
  return out.bytesWritten;
}

if (require.main === module) {
  writeLargeBill(JSON.parse(process.argv[2])).then(
    bytes => process.stdout.write(`${JSON.stringify({ bytes })}\n`),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
