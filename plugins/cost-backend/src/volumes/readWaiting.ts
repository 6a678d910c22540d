import type { Knex } from 'knex';
import { counterKey } from './CountedStore';
import { countersOf, requestsOf } from './VolumeCounter';
import type { CostUnit } from './readUnits';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * Units of which nothing was read yet: that there was no traffic is not said
 * before the SLO plugin has answered and has read its own history.
 */
export async function readWaiting(options: {
  client: Knex;
  units: readonly CostUnit[];
  entityRefs: readonly string[];
}): Promise<ReadonlySet<string>> {
  const { units, entityRefs } = options;
  const counters = units.map(unit => ({
    unit: unit.unit,
    all: countersOf({ unit, entityRefs }),
  }));
  const refs = [
    ...new Set(counters.flatMap(({ all }) => all.map(one => one.entityRef))),
  ];
  const read = await readKeys({ ...options, entityRefs: refs });
  return new Set(
    counters
      .filter(({ all }) => !all.some(one => read.has(counterKey(one))))
      .map(({ unit }) => unit),
  );
}

/** Refs of services whose requests were read, whether there were any or none. */
export async function readCounted(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<ReadonlySet<string>> {
  const read = await readKeys(options);
  return new Set(
    options.entityRefs.filter(ref => read.has(counterKey(requestsOf(ref)))),
  );
}

/** Counters that were read. */
async function readKeys(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<ReadonlySet<string>> {
  const { client, entityRefs } = options;
  const read = new Set<string>();
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: Array<{ entity_ref: string; unit: string }> = await client(
      'cost_counted',
    )
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .whereNotNull('read_at')
      .select('entity_ref', 'unit');
    for (const { entity_ref: entityRef, unit } of rows) {
      read.add(counterKey({ entityRef, unit }));
    }
  }
  return read;
}
