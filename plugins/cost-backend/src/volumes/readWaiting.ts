import type { Knex } from 'knex';
import { counterKey } from './CountedStore';
import { countersOf } from './VolumeCounter';
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
  const { client, units, entityRefs } = options;
  const counters = units.map(unit => ({
    unit: unit.unit,
    all: countersOf({ unit, entityRefs }),
  }));
  const refs = [
    ...new Set(counters.flatMap(({ all }) => all.map(one => one.entityRef))),
  ];
  const read = new Set<string>();
  for (let start = 0; start < refs.length; start += CHUNK) {
    const rows: Array<{ entity_ref: string; unit: string }> = await client(
      'cost_counted',
    )
      .whereIn('entity_ref', refs.slice(start, start + CHUNK))
      .whereNotNull('read_at')
      .select('entity_ref', 'unit');
    for (const { entity_ref: entityRef, unit } of rows) {
      read.add(counterKey({ entityRef, unit }));
    }
  }
  return new Set(
    counters
      .filter(({ all }) => !all.some(one => read.has(counterKey(one))))
      .map(({ unit }) => unit),
  );
}
