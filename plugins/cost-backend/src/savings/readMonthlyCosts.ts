import {
  type ChargeKind,
  type CostCategory,
  nextMonthOf,
  type SavableCost,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { DayRange } from './DayRange';
import { monthOfDays } from './monthOfDays';

/** Services whose days are summed at once: a few milliseconds. */
const PAGE = 25;

interface Row {
  entity_ref: string | null;
  category: CostCategory;
  effective: string;
}

/** What each service and all pools together cost a month, by category. */
export async function readMonthlyCosts(options: {
  client: Knex;
  currency: string;
  range: DayRange;
  pace: Pace;
}): Promise<SavableCost[]> {
  const { client, currency, range, pace } = options;
  const sums = (): Knex.QueryBuilder<object, Row[]> =>
    client('cost_daily')
      .where({ currency, kind: 'usage' satisfies ChargeKind })
      .where('day', '>=', range.from)
      .where('day', '<', range.to)
      .groupBy('entity_ref', 'category')
      .select(
        'entity_ref',
        'category',
        client.raw('cast(sum(effective) as text) as effective'),
      );
  const rows: Row[] = await sums().whereNull('entity_ref');
  const refs = await readRefs(options);
  for (let start = 0; start < refs.length; start += PAGE) {
    await pace.rest();
    rows.push(
      ...(await sums().whereIn('entity_ref', refs.slice(start, start + PAGE))),
    );
  }
  return rows.map(({ entity_ref: entityRef, category, effective }) => ({
    ...(entityRef !== null && { entityRef }),
    category,
    monthly: monthOfDays(BigInt(effective)),
  }));
}

/** Services that have costs in the months of these days. */
async function readRefs(options: {
  client: Knex;
  currency: string;
  range: DayRange;
}): Promise<string[]> {
  const { client, currency, range } = options;
  const refs = new Set<string>();
  for (
    let month = `${range.from.slice(0, 7)}-01`;
    month < range.to;
    month = nextMonthOf(month)
  ) {
    const found: string[] = await client('cost_monthly')
      .where({ month, currency })
      .whereNot('entity_ref', '')
      .distinct('entity_ref')
      .pluck('entity_ref');
    found.forEach(ref => refs.add(ref));
  }
  return [...refs].sort();
}
