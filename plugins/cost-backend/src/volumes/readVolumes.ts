import type { DailyVolume } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostUnit } from './readUnits';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * How much of a unit services did, by day: their own requests, or what the
 * unit's service did.
 */
export async function readVolumes(options: {
  client: Knex;
  unit: CostUnit;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<DailyVolume[]> {
  const { client, unit, from, to } = options;
  const refs = unit.entityRef ? [unit.entityRef] : options.entityRefs;
  const volumes = new Map<string, number>();
  for (let start = 0; start < refs.length; start += CHUNK) {
    const rows: DailyVolume[] = await client('cost_volume')
      .whereIn('entity_ref', refs.slice(start, start + CHUNK))
      // a unit of another service is counted in that one's requests
      .where('unit', 'requests')
      .where('day', '>=', from)
      .where('day', '<', to)
      .groupBy('day')
      .orderBy('day')
      .select('day', client.raw('sum(volume) as volume'));
    for (const { day, volume } of rows) {
      volumes.set(day, (volumes.get(day) ?? 0) + Number(volume));
    }
  }
  return [...volumes].map(([day, volume]) => ({ day, volume }));
}
