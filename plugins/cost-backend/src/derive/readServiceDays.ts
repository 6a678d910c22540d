import type { DailyAmount } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { DEFAULT_METRIC } from '../service/CostContext';

/**
 * What each of some services cost on each day, by effective cost.
 *
 * @returns by `<ref>|<currency>`
 */
export async function readServiceDays(options: {
  client: Knex;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<Map<string, DailyAmount[]>> {
  const { client, entityRefs, from, to } = options;
  const rows: Array<{
    entity_ref: string;
    currency: string;
    day: string;
    amount: string;
  }> = await client('cost_daily')
    .whereIn('entity_ref', [...entityRefs])
    .where('day', '>=', from)
    .where('day', '<', to)
    .groupBy('entity_ref', 'currency', 'day')
    .orderBy('day')
    .select(
      'entity_ref',
      'currency',
      'day',
      client.raw('cast(sum(??) as text) as amount', [DEFAULT_METRIC]),
    );
  const days = new Map<string, DailyAmount[]>();
  for (const { entity_ref: ref, currency, day, amount } of rows) {
    const key = serviceKey(ref, currency);
    const known = days.get(key) ?? [];
    days.set(key, known);
    known.push({ day, amount: BigInt(amount) });
  }
  return days;
}

/** Names a service and a currency. */
export function serviceKey(entityRef: string, currency: string): string {
  return `${entityRef}|${currency}`;
}
