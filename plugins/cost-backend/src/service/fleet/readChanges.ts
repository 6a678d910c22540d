import {
  changeAgainst,
  type CostChange,
  type DailyAmount,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';
import { knownRange } from '../range/knownRange';
import type { BillState } from '../state/BillState';
import { readKnownTo } from '../state/readKnownTo';
import { withHistory } from './readVisible';

/** How a service changed, and up to which day that is known. */
export interface ServiceChange {
  change?: CostChange;
  /** Last day, where a source of it is late. */
  knownTo?: string;
}

/**
 * How much the services of a page changed against the same weekdays, by ref.
 * Days after the end of a late source are left out on both sides.
 */
export async function readChanges(options: {
  client: Knex;
  entityRefs: readonly string[];
  range: CostRange;
  state: BillState;
}): Promise<Map<string, ServiceChange>> {
  const { client, entityRefs, range, state } = options;
  const knownTo = await readKnownTo(options);
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
  return new Map(
    entityRefs.map(ref => {
      const known = knownRange(range, knownTo.get(ref));
      const change = changeAgainst({
        days: days.get(ref) ?? [],
        from: range.from,
        to: known.completeEnd,
        since: state.since,
      });
      return [
        ref,
        {
          ...(change && { change }),
          ...(known.knownTo && { knownTo: known.knownTo }),
        },
      ];
    }),
  );
}
