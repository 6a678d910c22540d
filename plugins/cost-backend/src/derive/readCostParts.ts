import {
  addDays,
  type CostPart,
  type DailyAmount,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { DEFAULT_METRIC } from '../service/CostContext';
import type { ServiceKeys } from './ServiceKeys';

/** Days of which parts are compared: four weeks before those that are judged. */
const DAYS = 60;

/**
 * The products, SKUs and resources that name a service, with what they cost a
 * day: whatever grew may be the cause.
 */
export async function readCostParts(options: {
  client: Knex;
  keys: ServiceKeys;
  completeTo: string;
  entityRef: string;
  currency: string;
}): Promise<CostPart[]> {
  const { client, keys, completeTo, entityRef, currency } = options;
  const own = await keys.of(entityRef);
  const parts = new Map<string, CostPart & { days: DailyAmount[] }>();
  const ids = [...own.keys()];
  for (let start = 0; start < ids.length; start += 500) {
    const rows: Array<{ key_id: string; day: string; amount: string }> =
      await client('cost_line')
        .whereIn('key_id', ids.slice(start, start + 500))
        .where('day', '>', addDays(completeTo, -DAYS))
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
  }
  return [...parts.values()];
}
