import {
  addDays,
  type AnomalyThresholds,
  type CostAnomaly,
  type DailyAmount,
  type DailyVolume,
  findAnomalies,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { readDeployments } from '../deployments/readDeployments';
import { readCostParts } from './readCostParts';
import type { ServiceKeys } from './ServiceKeys';

/** Days that are judged; what ended before stays as it was found. */
const LOOK_BACK_DAYS = 30;
/** Days before those in which causes are looked for: it may have begun there. */
const CAUSES_DAYS = 35;

/**
 * Finds the days on which services cost more than their weekdays do, with
 * their likeliest causes, and keeps them.
 *
 * @returns how many are open, by service and currency
 */
export async function deriveAnomalies(options: {
  client: Knex;
  completeTo: string;
  thresholds: AnomalyThresholds;
  keys: ServiceKeys;
  pace: Pace;
  /** By `<ref>|<currency>`. */
  days: ReadonlyMap<string, readonly DailyAmount[]>;
  /** By ref. */
  volumes: ReadonlyMap<string, readonly DailyVolume[]>;
  titleOf(entityRef: string): string | undefined;
}): Promise<Map<string, number>> {
  const { client, completeTo, thresholds, days, volumes, titleOf, pace } =
    options;
  const since = addDays(completeTo, 1 - LOOK_BACK_DAYS);
  const open = new Map<string, number>();
  for (const [key, ofService] of days) {
    const [entityRef, currency] = key.split('|');
    const figures = {
      entityRef,
      title: titleOf(entityRef) ?? parseEntityRef(entityRef).name,
      days: ofService,
      completeTo,
      thresholds,
      lookBackDays: LOOK_BACK_DAYS,
    };
    await pace.rest();
    let found = findAnomalies(figures);
    if (found.length > 0) {
      // causes are looked for only where there is something to explain
      found = findAnomalies({
        ...figures,
        volumes: volumes.get(entityRef) ?? [],
        parts: await readCostParts({ ...options, entityRef, currency }),
        deployments: await readDeployments({
          client,
          entityRefs: [entityRef],
          from: addDays(since, -CAUSES_DAYS),
          to: addDays(completeTo, 1),
        }),
      });
    }
    await keep({ client, entityRef, currency, since, found });
    open.set(key, found.filter(({ state }) => state === 'open').length);
  }
  return open;
}

async function keep(options: {
  client: Knex;
  entityRef: string;
  currency: string;
  since: string;
  found: readonly CostAnomaly[];
}): Promise<void> {
  const { client, entityRef, currency, since, found } = options;
  const known = await client('cost_anomaly')
    .where({ entity_ref: entityRef, currency })
    // `to_day` is the day after the last
    .where('to_day', '>', since)
    .select('id', 'content');
  const rows = found.map(anomaly => ({
    id: `${anomaly.id}-${currency}`,
    entity_ref: entityRef,
    currency,
    from_day: anomaly.from,
    to_day: anomaly.to,
    state: anomaly.state,
    excess: parseAmount(anomaly.excess).toString(),
    content: JSON.stringify({ ...anomaly, id: `${anomaly.id}-${currency}` }),
  }));
  const contents = new Map(known.map(({ id, content }) => [id, content]));
  const ids = new Set(rows.map(({ id }) => id));
  const gone = [...contents.keys()].filter(id => !ids.has(id));
  const changed = rows.filter(row => contents.get(row.id) !== row.content);
  if (gone.length > 0) {
    await client('cost_anomaly').whereIn('id', gone).delete();
  }
  if (changed.length > 0) {
    await client('cost_anomaly').insert(changed).onConflict('id').merge();
  }
}
