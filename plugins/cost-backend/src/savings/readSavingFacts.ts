import {
  addDays,
  ChargeMatcher,
  type ChargeKey,
  type ChargeKind,
  type CostCategory,
  countDays,
  type NanoUnits,
  type SavableCost,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { MachineCharge } from './MachineCharge';
import { onDemandSpend } from './onDemandSpend';
import type { BilledResource, SavingFacts } from './SavingFacts';
import { spotRatios } from './spotRatios';

/** Days that a month is worked out from. */
const DAYS = 28n;
/** Days of a mean month, as a ratio of whole numbers. */
const MONTH = { days: 365n, of: 12n };

/** Reads what the last 28 complete days of the bill cost, in one currency. */
export async function readSavingFacts(options: {
  client: Knex;
  settings: AllocationSettings;
}): Promise<SavingFacts> {
  const { client, settings } = options;
  const completeTo = await readCompleteTo(client);
  if (!completeTo) {
    return {
      days: 0,
      costs: [],
      resources: [],
      onDemand: [],
      spotRatios: new Map(),
    };
  }
  const range = {
    from: addDays(completeTo, 1 - Number(DAYS)),
    to: addDays(completeTo, 1),
  };
  const costs = await readCosts(client, settings.currency, range);
  const charges = await readCharges(client, settings.currency, range);
  const { mapping } = await CatalogClaims.create({ client }).read();
  const matcher = ChargeMatcher.create({ ...settings, mapping });
  const owners = new Map(
    charges.map(charge => {
      const owner = matcher.ownerOf(charge.key, 'usage');
      return [
        charge,
        owner.to === 'service' ? owner.entityRef : undefined,
      ] as const;
    }),
  );
  const ownerOf = (charge: Charge) => owners.get(charge);
  const machines = machinesOf(charges, ownerOf);
  return {
    days: countDays(range.from, range.to),
    completeTo,
    costs,
    resources: resourcesOf(charges, ownerOf),
    onDemand: onDemandSpend({ charges: machines, ...range }),
    spotRatios: spotRatios(machines),
  };
}

/** A month at the cost of the days that were looked at. */
export function monthOfDays(sum: NanoUnits): NanoUnits {
  return (sum * MONTH.days) / (MONTH.of * DAYS);
}

interface DayRange {
  from: string;
  /** Exclusive. */
  to: string;
}

interface Charge {
  key: ChargeKey;
  day: string;
  effective: NanoUnits;
  /** Hours that it ran, where the bill counts in hours. */
  hours?: number;
}

type OwnerOf = (charge: Charge) => string | undefined;

async function readCompleteTo(client: Knex): Promise<string | undefined> {
  const days: string[] = await client('cost_source')
    .where('kind', 'bill')
    .whereNotNull('complete_to')
    .pluck('complete_to');
  return days.sort()[0];
}

async function readCosts(
  client: Knex,
  currency: string,
  range: DayRange,
): Promise<SavableCost[]> {
  const rows: Array<{
    entity_ref: string | null;
    category: CostCategory;
    effective: string;
  }> = await client('cost_daily')
    .where({ currency, kind: 'usage' satisfies ChargeKind })
    .where('day', '>=', range.from)
    .where('day', '<', range.to)
    .groupBy('entity_ref', 'category')
    .select(
      'entity_ref',
      'category',
      client.raw('cast(sum(effective) as text) as effective'),
    );
  return rows.map(({ entity_ref: entityRef, category, effective }) => ({
    ...(entityRef !== null && { entityRef }),
    category,
    monthly: monthOfDays(BigInt(effective)),
  }));
}

async function readCharges(
  client: Knex,
  currency: string,
  range: DayRange,
): Promise<Charge[]> {
  const rows: Array<{
    id: string;
    day: string;
    effective: string;
    hours: number | null;
  }> = await client('cost_line as line')
    .join('cost_key as key', 'key.id', 'line.key_id')
    .where({ 'line.currency': currency, 'line.kind': 'usage' })
    .where('line.day', '>=', range.from)
    .where('line.day', '<', range.to)
    .whereNotNull('key.resource_id')
    .groupBy('key.id', 'line.day')
    .select(
      'key.id',
      'line.day',
      client.raw('cast(sum(line.effective) as text) as effective'),
      client.raw(
        "sum(case when lower(line.unit) in ('h', 'hr', 'hrs', 'hour', 'hours') then line.quantity end) as hours",
      ),
    );
  const contents: Array<{ id: string; content: string }> = await client(
    'cost_key',
  )
    .whereIn('id', ids =>
      ids
        .select('key_id')
        .from('cost_line')
        .where('day', '>=', range.from)
        .where('day', '<', range.to),
    )
    .select('id', 'content');
  const keys = new Map<string, ChargeKey>(
    contents.map(({ id, content }) => [id, JSON.parse(content)]),
  );
  return rows.flatMap(({ id, day, effective, hours }) => {
    const key = keys.get(id);
    return key
      ? [
          {
            key,
            day,
            effective: BigInt(effective),
            ...(hours !== null && { hours }),
          },
        ]
      : [];
  });
}

function resourcesOf(
  charges: readonly Charge[],
  ownerOf: OwnerOf,
): BilledResource[] {
  const resources = new Map<string, BilledResource>();
  for (const charge of charges) {
    const { resourceId = '', category } = charge.key;
    const name =
      charge.key.resourceName ?? resourceId.split(/[/:]/).at(-1) ?? resourceId;
    const entityRef = ownerOf(charge);
    const known = resources.get(resourceId) ?? {
      resourceId,
      name,
      category,
      monthly: 0n,
      ...(entityRef && { entityRef }),
    };
    resources.set(resourceId, known);
    known.monthly += charge.effective;
  }
  return [...resources.values()].map(resource => ({
    ...resource,
    monthly: monthOfDays(resource.monthly),
  }));
}

/** Virtual machines, whoever they belong to. */
function machinesOf(
  charges: readonly Charge[],
  ownerOf: OwnerOf,
): MachineCharge[] {
  return charges
    .filter(
      ({ key }) =>
        key.category === 'compute' &&
        /instance|virtual machine/i.test(key.resourceType ?? ''),
    )
    .map(charge => {
      const { key, day, effective, hours } = charge;
      const { billingAccount, subAccount = billingAccount } = key;
      const entityRef = ownerOf(charge);
      return {
        resourceId: key.resourceId ?? '',
        subAccount,
        day,
        effective,
        isCommitted: key.commitment !== undefined,
        ...(entityRef && { entityRef }),
        ...(hours !== undefined && { hours }),
        ...(key.pricing !== undefined && { pricing: key.pricing }),
      };
    });
}
