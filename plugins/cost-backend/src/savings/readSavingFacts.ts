import {
  addDays,
  ChargeMatcher,
  type ChargeKey,
  type ChargeKind,
  type CostCategory,
  countDays,
  listDays,
  type NanoUnits,
  type SavableCost,
  unitsOf,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { BilledResource, OnDemandSpend, SavingFacts } from './SavingFacts';

/** Days that a month is worked out from. */
const DAYS = 28n;
/** Days of a mean month, as a ratio of whole numbers. */
const MONTH = { days: 365n, of: 12n };
const HOURS_OF_DAY = 24;

/** Hours from which on a machine counts as running all day. */
const WHOLE_DAY_HOURS = 23;

/** Days of machines below which no commitment is worked out. */
const FEWEST_DAYS = 14;

/** Reads what the last 28 complete days of the bill cost, in one currency. */
export async function readSavingFacts(options: {
  client: Knex;
  settings: AllocationSettings;
}): Promise<SavingFacts> {
  const { client, settings } = options;
  const completeTo = await readCompleteTo(client);
  if (!completeTo) {
    return { days: 0, costs: [], resources: [], onDemand: [] };
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
  return {
    days: countDays(range.from, range.to),
    completeTo,
    costs,
    resources: resourcesOf(charges, ownerOf),
    onDemand: onDemandOf({ charges, ownerOf, range }),
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
  /** Whether a machine ran for a part of the day only. */
  isPartOfDay: boolean;
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
            isPartOfDay: hours !== null && hours < WHOLE_DAY_HOURS,
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

/**
 * Virtual machines at on-demand prices, by account, and by their only owner.
 *
 * A commitment is paid by the hour, also when nothing runs: days without
 * machines are days at 0, and what runs for hours of a day cannot be covered
 * at the mean of that day, so it is left out.
 */
function onDemandOf(options: {
  charges: readonly Charge[];
  ownerOf: OwnerOf;
  range: DayRange;
}): OnDemandSpend[] {
  const { charges, ownerOf, range } = options;
  const accounts = new Map<string, Charge[]>();
  for (const charge of charges.filter(
    one => isOnDemandMachine(one) && !one.isPartOfDay,
  )) {
    const { billingAccount, subAccount = billingAccount } = charge.key;
    accounts.set(subAccount, [...(accounts.get(subAccount) ?? []), charge]);
  }
  return [...accounts].flatMap(([subAccount, own]) => {
    const days = new Map<string, NanoUnits>();
    for (const { day, effective } of own) {
      days.set(day, (days.get(day) ?? 0n) + effective);
    }
    const refs = new Set(own.map(ownerOf));
    const [entityRef] = refs;
    return days.size < FEWEST_DAYS
      ? []
      : [
          {
            id: `commitment:${subAccount}`,
            subAccount,
            ...(refs.size === 1 && entityRef && { entityRef }),
            machines: new Set(own.map(({ key }) => key.resourceId)).size,
            hourly: listDays(range.from, range.to).map(
              day => unitsOf(days.get(day) ?? 0n) / HOURS_OF_DAY,
            ),
          },
        ];
  });
}

function isOnDemandMachine({ key }: Charge): boolean {
  return (
    key.category === 'compute' &&
    key.pricing === 'standard' &&
    key.commitment === undefined &&
    /instance|virtual machine/i.test(key.resourceType ?? '')
  );
}
