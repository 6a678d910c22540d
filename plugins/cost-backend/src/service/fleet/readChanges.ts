import {
  changeAgainst,
  type CostChange,
  type DailyAmount,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';
import { withHistory } from './readVisible';

/** How much the services of a page changed against the same weekdays, by ref. */
export async function readChanges(options: {
  client: Knex;
  entityRefs: readonly string[];
  range: CostRange;
  /** First day of the bill. */
  since: string | undefined;
}): Promise<Map<string, CostChange>> {
  const { client, entityRefs, range, since } = options;
  const { from, to } = withHistory(range);
  const rows: Array<{ entity_ref: string; day: string; amount: string }> =
    await client('cost_daily')
      .whereIn('entity_ref', [...entityRefs])
      .where('day', '>=', from)
      .where('day', '<', to)
      .where('currency', range.currency)
      .groupBy('entity_ref', 'day')
      .select(
        'entity_ref',
        'day',
        client.raw('cast(sum(??) as text) as amount', [range.metric]),
      );
  const days = new Map<string, DailyAmount[]>();
  for (const { entity_ref: ref, day, amount } of rows) {
    const known = days.get(ref) ?? [];
    days.set(ref, known);
    known.push({ day, amount: BigInt(amount) });
  }
  const changes = new Map<string, CostChange>();
  for (const [ref, ofService] of days) {
    const change = changeAgainst({
      days: ofService,
      from: range.from,
      to: range.completeEnd,
      since,
    });
    if (change) {
      changes.set(ref, change);
    }
  }
  return changes;
}
