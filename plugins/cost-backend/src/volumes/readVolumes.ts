import type { DailyVolume } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { countersOf } from './VolumeCounter';
import type { CostUnit } from './readUnits';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * How much of a unit services did, by day: their own requests, or what the
 * unit's service or objective counted.
 */
export async function readVolumes(options: {
  client: Knex;
  unit: CostUnit;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<DailyVolume[]> {
  const { client, from, to } = options;
  const counters = countersOf(options);
  const refs = counters.map(({ entityRef }) => entityRef);
  const volumes = new Map<string, number>();
  for (let start = 0; start < refs.length; start += CHUNK) {
    const rows: DailyVolume[] = await client('cost_volume')
      .whereIn('entity_ref', refs.slice(start, start + CHUNK))
      .where('unit', counters[0].unit)
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
