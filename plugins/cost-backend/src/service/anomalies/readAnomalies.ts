import type { CostAnomaly } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Anomalies that one answer shows, the latest ones. */
const MOST = 20;
/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Anomalies of services that touch a range, newest first. */
export async function readAnomalies(options: {
  client: Knex;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
  currency: string;
}): Promise<CostAnomaly[]> {
  const { client, entityRefs, from, to, currency } = options;
  const found: CostAnomaly[] = [];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const contents: string[] = await client('cost_anomaly')
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .where({ currency })
      .where('from_day', '<', to)
      .where('to_day', '>', from)
      .orderBy([{ column: 'from_day', order: 'desc' }, { column: 'id' }])
      .limit(MOST)
      .pluck('content');
    found.push(...contents.map(content => JSON.parse(content)));
  }
  return found.sort(newestFirst).slice(0, MOST);
}

function newestFirst(a: CostAnomaly, b: CostAnomaly): number {
  if (a.from !== b.from) {
    return a.from > b.from ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
