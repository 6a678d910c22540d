import {
  addDays,
  changeAgainst,
  type CostServicePage,
  countDays,
  type DailyAmount,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import type { ServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { totalOf } from '../cost/sumBy';
import type { CostRange } from '../range/CostRange';
import {
  applyServiceFilter,
  isEverything,
  type ServiceFilter,
} from './applyServiceFilter';

/** What the services of a list cost together, all pages of it. */
export async function readVisible(options: {
  client: Knex;
  scope: ServiceScope;
  filter: ServiceFilter;
  range: CostRange;
  /** First day of the bill. */
  since: string | undefined;
}): Promise<CostServicePage['visible']> {
  const { range, since } = options;
  const { from, to, completeEnd } = range;
  const days = await readDays(options);
  const change = changeAgainst({ days, from, to: completeEnd, since });
  return {
    total: formatAmount(
      totalOf(days.filter(({ day }) => day >= from && day < to)),
    ),
    ...(change && { change }),
  };
}

/** The days of a range, and as many before it as it is compared with. */
export function withHistory(range: CostRange): { from: string; to: string } {
  const weeks = Math.ceil(countDays(range.from, range.to) / 7);
  return { from: addDays(range.from, -7 * weeks), to: range.to };
}

async function readDays(options: {
  client: Knex;
  scope: ServiceScope;
  filter: ServiceFilter;
  range: CostRange;
}): Promise<DailyAmount[]> {
  const { client, scope, filter, range } = options;
  const { from, to } = withHistory(range);
  const query = isEverything(options)
    ? client('cost_total').where('pool', '')
    : client('cost_daily').whereNotNull('entity_ref');
  if (!isEverything(options)) {
    applyServiceFilter(query, {
      scope,
      filter,
      column: 'cost_daily.entity_ref',
    });
  }
  const rows: Array<{ day: string; amount: string }> = await query
    .where('currency', range.currency)
    .where('day', '>=', from)
    .where('day', '<', to)
    .groupBy('day')
    .select(
      'day',
      client.raw('cast(sum(??) as text) as amount', [range.metric]),
    );
  return rows.map(({ day, amount }) => ({ day, amount: BigInt(amount) }));
}
