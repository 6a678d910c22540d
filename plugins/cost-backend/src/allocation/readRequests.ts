import type { ServiceVolume } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { distinctValues } from '../database/distinctValues';
import { readPages } from '../database/readPages';

/** Reads how many requests services had. */
export async function readRequests(options: {
  trx: Knex;
  from: string;
  /** Exclusive. */
  to: string;
  pace: Pace;
}): Promise<ServiceVolume[]> {
  const { trx, from, to, pace } = options;
  const days = await distinctValues({
    query: trx('cost_volume'),
    column: 'day',
    from,
    to,
  });
  const volumes: ServiceVolume[] = [];
  for (const day of days) {
    const pages = readPages<{ entity_ref: string; volume: number }>({
      client: trx,
      query: trx('cost_volume')
        .where({ unit: 'requests', day })
        .select('entity_ref', 'volume'),
    });
    for await (const rows of pages) {
      for (const { entity_ref: entityRef, volume } of rows) {
        volumes.push({ entityRef, day, volume });
      }
      await pace.rest();
    }
  }
  return volumes;
}
