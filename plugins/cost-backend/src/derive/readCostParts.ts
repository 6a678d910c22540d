import {
  addDays,
  type CostPart,
  type DailyAmount,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { DEFAULT_METRIC } from '../service/CostContext';
import type { ServiceKeys } from './ServiceKeys';

/**
 * Days of which parts are compared: those that are judged, four weeks in which
 * an anomaly may have begun, and four before that.
 */
const DAYS = 90;
/** Keys that are asked for at once: some milliseconds of SQLite. */
const KEYS = 50;
/** Parts of a kind that are looked at: what is cheaper explains little. */
const DEAREST = 100;

const KINDS: ReadonlyArray<CostPart['kind']> = ['product', 'sku', 'resource'];

/**
 * The products, SKUs and resources that name a service, with what they cost a
 * day: whatever grew may be the cause. Of each kind those that had the dearest
 * days.
 */
export async function readCostParts(options: {
  client: Knex;
  keys: ServiceKeys;
  pace: Pace;
  completeTo: string;
  entityRef: string;
  currency: string;
}): Promise<CostPart[]> {
  const { client, keys, pace, completeTo, entityRef, currency } = options;
  const own = await keys.of(entityRef);
  const parts = new Map<string, CostPart & { days: DailyAmount[] }>();
  const ids = [...own.keys()];
  for (let start = 0; start < ids.length; start += KEYS) {
    const rows: Array<{ key_id: string; day: string; amount: string }> =
      await client('cost_line')
        .whereIn('key_id', ids.slice(start, start + KEYS))
        .whereBetween('day', [addDays(completeTo, 1 - DAYS), completeTo])
        .where({ currency })
        .groupBy('key_id', 'day')
        .select(
          'key_id',
          'day',
          client.raw('cast(sum(??) as text) as amount', [DEFAULT_METRIC]),
        );
    for (const row of rows) {
      const key = own.get(row.key_id)!;
      for (const [kind, name] of [
        ['product', key.product],
        ['sku', key.sku],
        ['resource', key.resourceName ?? key.resourceId],
      ] as const) {
        if (name) {
          const part = parts.get(`${kind}|${name}`) ?? { kind, name, days: [] };
          parts.set(`${kind}|${name}`, part);
          part.days.push({ day: row.day, amount: BigInt(row.amount) });
        }
      }
    }
    await pace.rest();
  }
  return KINDS.flatMap(kind =>
    dearest([...parts.values()].filter(part => part.kind === kind)),
  );
}

function dearest<TPart extends CostPart>(parts: TPart[]): TPart[] {
  if (parts.length <= DEAREST) {
    return parts;
  }
  return parts
    .map(part => ({
      part,
      // a key may have several charges a day; an order of magnitude will do
      most: part.days.reduce(
        (most, { amount }) => (amount > most ? amount : most),
        0n,
      ),
    }))
    .sort((a, b) => (a.most < b.most ? 1 : -1))
    .slice(0, DEAREST)
    .map(({ part }) => part);
}
