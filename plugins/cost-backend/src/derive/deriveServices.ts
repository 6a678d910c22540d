import {
  addDays,
  type DailyVolume,
  monthOf,
  NO_COST,
} from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { readBudgets } from '../budgets/readBudget';
import type { CostContext } from '../service/CostContext';
import { firstMonth } from '../service/cost/readMonths';
import { readSavingsFoundAt } from '../service/savings/readSavingsFoundAt';
import type { BillState } from '../service/state/BillState';
import { readCounted } from '../volumes/readWaiting';
import { deriveAnomalies, JUDGED_DAYS } from './deriveAnomalies';
import { groupBy } from './groupBy';
import { keepJudged } from './JudgedDays';
import { readServiceDays, serviceKey } from './readServiceDays';
import { readServiceMonths } from './readServiceMonths';
import { readToDate } from './readToDate';
import { ServiceKeys } from './ServiceKeys';
import { toServiceRow } from './toServiceRow';
import { writeServiceRows } from './writeServiceRows';

/** Services that are worked out together: some milliseconds of SQLite. */
const CHUNK = 10;
/** Refs that are read, or taken away, at once. */
const REFS = 200;
/** Complete days that forecasts and comparisons look at. */
const HISTORY_DAYS = 250;

/**
 * Works out what lists show of every service that cost anything in the last 13
 * months. Idempotent; other work has its turn between services.
 */
export async function deriveServices(options: {
  context: CostContext;
  state: BillState;
  signal: AbortSignal;
}): Promise<void> {
  const { context, state, signal } = options;
  const { client } = context;
  const { completeTo } = state;
  const pace = Pace.create();
  const keys = ServiceKeys.create({
    client,
    allocation: context.allocation,
    pace,
  });
  const refs =
    completeTo === undefined
      ? []
      : await costedServices({ client, completeTo, pace });
  const areSavingsFound = (await readSavingsFoundAt(client)) !== undefined;
  for (let start = 0; start < refs.length; start += CHUNK) {
    signal.throwIfAborted();
    await deriveSome({
      ...options,
      areSavingsFound,
      keys,
      pace,
      completeTo: completeTo!,
      entityRefs: refs.slice(start, start + CHUNK),
    });
  }
  await forgetOthers(client, new Set(refs));
  if (completeTo !== undefined) {
    const from = addDays(completeTo, 1 - JUDGED_DAYS);
    await keepJudged({ client, from, to: completeTo });
  }
}

async function costedServices(options: {
  client: Knex;
  completeTo: string;
  pace: Pace;
}): Promise<string[]> {
  const { client, completeTo, pace } = options;
  const since = firstMonth(monthOf(completeTo));
  const refs: string[] = [];
  for (;;) {
    // what is no service's has the empty text
    const some: string[] = await client('cost_monthly')
      .where('entity_ref', '>', refs.at(-1) ?? '')
      .where('month', '>=', since)
      .groupBy('entity_ref')
      .orderBy('entity_ref')
      .limit(REFS)
      .pluck('entity_ref');
    refs.push(...some);
    if (some.length < REFS) {
      return refs;
    }
    await pace.rest();
  }
}

async function deriveSome(options: {
  context: CostContext;
  state: BillState;
  keys: ServiceKeys;
  pace: Pace;
  completeTo: string;
  areSavingsFound: boolean;
  entityRefs: string[];
}): Promise<void> {
  const { context, state, keys, pace, completeTo, entityRefs } = options;
  const { client } = context;
  const range = {
    client,
    entityRefs,
    from: addDays(completeTo, -HISTORY_DAYS),
    to: addDays(completeTo, 1),
  };
  const days = await readServiceDays(range);
  await pace.rest();
  const volumes = await readServiceVolumes(range);
  await pace.rest();
  const months = groupBy(
    await readServiceMonths({ ...range, runningMonth: monthOf(completeTo) }),
    month => serviceKey(month.entityRef, month.currency),
  );
  const services = await context.services.getServices(entityRefs);
  const anomalies = await deriveAnomalies({
    ...range,
    thresholds: context.anomalies,
    keys,
    pace,
    completeTo,
    days,
    volumes,
    titleOf: ref => services.get(ref)?.title,
  });
  const savings = await readOpenSavings(client, entityRefs);
  const budgets = await readBudgets(range);
  // complete days alone, as pages of one service sum them up
  const toDate = await readToDate({ ...range, from: monthOf(completeTo) });
  const counted = await readCounted({ client, entityRefs });
  const rows = [];
  for (const [key, ofService] of months) {
    await pace.rest();
    const { entityRef, currency } = ofService[0];
    rows.push(
      toServiceRow({
        facts: {
          entityRef,
          currency,
          title: services.get(entityRef)?.title,
          months: ofService,
          toDate: toDate.get(key) ?? NO_COST,
          days: days.get(key) ?? [],
          volumes: volumes.get(entityRef) ?? [],
          isCounted: counted.has(entityRef),
          budget: budgets.get(entityRef),
          saving: options.areSavingsFound ? savings.get(key) ?? 0n : undefined,
          anomalies: anomalies.get(key) ?? 0,
        },
        completeTo,
        since: state.since,
        budgets: context.budgets,
        settingsCurrency: context.allocation.currency,
      }),
    );
  }
  await writeServiceRows({ client, rows, now: context.now() });
}

async function readServiceVolumes(options: {
  client: Knex;
  entityRefs: string[];
  from: string;
  to: string;
}): Promise<Map<string, DailyVolume[]>> {
  const { client, entityRefs, from, to } = options;
  const rows: Array<{ entity_ref: string; day: string; volume: number }> =
    await client('cost_volume')
      .whereIn('entity_ref', entityRefs)
      .where('unit', 'requests')
      .where('day', '>=', from)
      .where('day', '<', to)
      .orderBy('day')
      .select('entity_ref', 'day', 'volume');
  return groupBy(rows, row => row.entity_ref);
}

async function readOpenSavings(
  client: Knex,
  entityRefs: string[],
): Promise<Map<string, bigint>> {
  const rows: Array<{ entity_ref: string; currency: string; amount: string }> =
    await client('cost_saving')
      .whereIn('entity_ref', entityRefs)
      .whereNull('applied_at')
      .whereNot('guard', 'held-back')
      .groupBy('entity_ref', 'currency')
      .select(
        'entity_ref',
        'currency',
        client.raw('cast(sum(realisable) as text) as amount'),
      );
  return new Map(
    rows.map(row => [
      serviceKey(row.entity_ref, row.currency),
      BigInt(row.amount),
    ]),
  );
}

async function forgetOthers(
  client: Knex,
  refs: ReadonlySet<string>,
): Promise<void> {
  for (const table of ['cost_service', 'cost_anomaly']) {
    const known: string[] = await client(table)
      .distinct('entity_ref')
      .pluck('entity_ref');
    const gone = known.filter(ref => !refs.has(ref));
    for (let start = 0; start < gone.length; start += REFS) {
      await client(table)
        .whereIn('entity_ref', gone.slice(start, start + REFS))
        .delete();
    }
  }
}
