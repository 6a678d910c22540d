import type { CostAnomaly } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { groupBy } from './groupBy';
import { serviceKey } from './readServiceDays';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** A row of `cost_anomaly`, as far as it is compared. */
export interface KeptAnomaly {
  id: string;
  entity_ref: string;
  currency: string;
  from_day: string;
  /** Exclusive. */
  to_day: string;
  /** JSON of a {@link CostAnomaly}. */
  content: string;
}

/**
 * All that was found for some services, oldest first.
 *
 * @returns by `<ref>|<currency>`
 */
export async function readKeptAnomalies(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, KeptAnomaly[]>> {
  const { client, entityRefs } = options;
  const rows: KeptAnomaly[] = [];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    rows.push(
      ...(await client('cost_anomaly')
        .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
        .orderBy(['from_day', 'id'])
        .select(
          'id',
          'entity_ref',
          'currency',
          'from_day',
          'to_day',
          'content',
        )),
    );
  }
  return groupBy(rows, row => serviceKey(row.entity_ref, row.currency));
}

/** What a row says that its days cost. */
export function keptAmount({ content }: KeptAnomaly): number {
  return Number((JSON.parse(content) as CostAnomaly).actual);
}
