import {
  addDays,
  type AnomalyThresholds,
  type CostAnomaly,
  type DailyAmount,
  type DailyVolume,
  findAnomalies,
  listDays,
  monthOf,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { readDeployments } from '../deployments/readDeployments';
import { firstMonth } from '../service/cost/readMonths';
import { type KeptAnomaly, readKeptAnomalies } from './KeptAnomaly';
import { outdatedAnomalies } from './outdatedAnomalies';
import { readCostParts } from './readCostParts';
import { readServiceDays } from './readServiceDays';
import type { ServiceKeys } from './ServiceKeys';

/**
 * Days that are judged; what ended before stays as it was found, unless its
 * days are others by now.
 */
export const JUDGED_DAYS = 30;
/** Days before those in which causes are looked for: it may have begun there. */
const CAUSES_DAYS = 35;
/** Days before an anomaly that it is judged by. */
const HISTORY_DAYS = 42;

/** What services are judged by. */
export interface AnomalyFacts {
  client: Knex;
  entityRefs: readonly string[];
  completeTo: string;
  thresholds: AnomalyThresholds;
  keys: ServiceKeys;
  pace: Pace;
  /** First of the days. */
  from: string;
  /** By `<ref>|<currency>`. */
  days: ReadonlyMap<string, readonly DailyAmount[]>;
  /** By ref. */
  volumes: ReadonlyMap<string, readonly DailyVolume[]>;
  titleOf(entityRef: string): string | undefined;
}

/**
 * Finds the days on which services cost more than their weekdays do, with
 * their likeliest causes, and keeps them. What was found before goes where the
 * bill of its days was mended, written anew or taken away.
 *
 * @returns how many are open, by service and currency
 */
export async function deriveAnomalies(
  facts: AnomalyFacts,
): Promise<Map<string, number>> {
  const { client, completeTo, days, pace } = facts;
  const since = addDays(completeTo, 1 - JUDGED_DAYS);
  const shownFrom = firstMonth(monthOf(completeTo));
  const open = new Map<string, number>();
  const keptBy = await readKeptAnomalies(facts);
  for (const key of new Set([...days.keys(), ...keptBy.keys()])) {
    await pace.rest();
    const ofService = days.get(key) ?? [];
    const kept = keptBy.get(key) ?? [];
    const found = await judge({ facts, key, days: ofService, since });
    const past = kept.filter(({ to_day: to }) => to <= since);
    // what is older than any page shows stays as it was found
    const old = past.filter(({ from_day: from }) => from >= shownFrom);
    const again = await judgeAgain({ facts, key, days: ofService, old, found });
    await keep({
      client,
      key,
      kept: kept.filter(one => !past.includes(one) || again.gone.includes(one)),
      found: [...found, ...again.found],
    });
    open.set(key, found.filter(({ state }) => state === 'open').length);
  }
  return open;
}

/** @param options.since - first day that is judged */
async function judge(options: {
  facts: AnomalyFacts;
  key: string;
  days: readonly DailyAmount[];
  since: string;
  /** Last day of which parts may be the cause; the last complete by default. */
  until?: string;
}): Promise<CostAnomaly[]> {
  const { facts, key, days, since } = options;
  const { client, completeTo, thresholds, volumes, titleOf } = facts;
  const [entityRef, currency] = key.split('|');
  const figures = {
    entityRef,
    title: titleOf(entityRef) ?? parseEntityRef(entityRef).name,
    days,
    completeTo,
    thresholds,
    lookBackDays: listDays(since, addDays(completeTo, 1)).length,
  };
  const found = findAnomalies(figures);
  if (found.length === 0) {
    return found;
  }
  // causes are looked for only where there is something to explain
  const until = options.until ?? completeTo;
  return findAnomalies({
    ...figures,
    volumes: volumes.get(entityRef) ?? [],
    parts: await readCostParts({
      ...facts,
      completeTo: until,
      entityRef,
      currency,
    }),
    deployments: await readDeployments({
      client,
      entityRefs: [entityRef],
      from: addDays(since, -CAUSES_DAYS),
      to: addDays(completeTo, 1),
    }),
  });
}

/** What ended before the days that are judged, where its days are others now. */
async function judgeAgain(options: {
  facts: AnomalyFacts;
  key: string;
  days: readonly DailyAmount[];
  old: readonly KeptAnomaly[];
  found: readonly CostAnomaly[];
}): Promise<{ found: CostAnomaly[]; gone: KeptAnomaly[] }> {
  const { facts, key, old } = options;
  if (old.length === 0) {
    return { found: [], gone: [] };
  }
  const days = await daysOf(options);
  const { rewritten, doubled } = outdatedAnomalies({ ...options, days });
  const gone = [...rewritten, ...doubled];
  if (rewritten.length === 0) {
    return { found: [], gone };
  }
  const [{ from_day: since }] = rewritten;
  const until = rewritten
    .map(({ to_day: to }) => to)
    .sort()
    .at(-1)!;
  const judged = await judge({ facts, key, days, since, until });
  const stay = old.filter(one => !gone.includes(one));
  return {
    gone,
    found: judged.filter(
      one =>
        rewritten.some(was => one.from < was.to_day && one.to > was.from_day) &&
        !options.found.some(({ id }) => id === one.id) &&
        !stay.some(({ id }) => id.startsWith(`${one.id}-`)),
    ),
  };
}

/** Also those before the ones that were read, where something was found then. */
async function daysOf(options: {
  facts: AnomalyFacts;
  key: string;
  days: readonly DailyAmount[];
  old: readonly KeptAnomaly[];
}): Promise<readonly DailyAmount[]> {
  const { facts, key, days, old } = options;
  const from = addDays(
    old.map(({ from_day: first }) => first).sort()[0],
    -HISTORY_DAYS,
  );
  if (from >= facts.from) {
    return days;
  }
  const [entityRef] = key.split('|');
  const all = await readServiceDays({
    client: facts.client,
    entityRefs: [entityRef],
    from,
    to: addDays(facts.completeTo, 1),
  });
  return all.get(key) ?? [];
}

/** Puts what was found in the place of what was kept. */
async function keep(options: {
  client: Knex;
  key: string;
  kept: readonly KeptAnomaly[];
  found: readonly CostAnomaly[];
}): Promise<void> {
  const { client, key, kept, found } = options;
  const [entityRef, currency] = key.split('|');
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
  const contents = new Map(kept.map(({ id, content }) => [id, content]));
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
