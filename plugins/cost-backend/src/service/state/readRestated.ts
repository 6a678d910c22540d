import {
  addDays,
  type CostProof,
  countDays,
  formatAmount,
  monthOf,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';

/** Days before the last one that pages draw beside the month so far. */
const DRAWN_DAYS = 31;

/** Sources that app-config no longer names. */
export function goneSources(client: Knex): Knex.QueryBuilder {
  return client('cost_source').where('kind', 'gone').select('name');
}

/**
 * The first day that an answer about a range is drawn from or compared with:
 * as many days before it, in whole weeks, as changes are reckoned against.
 */
export function drawnSince(range: CostRange): string {
  const { from, to } = range;
  const weeks = Math.ceil(countDays(from, to) / 7);
  return [addDays(from, -7 * weeks), addDays(to, -DRAWN_DAYS)].sort()[0];
}

/**
 * Months that were written anew of all that is drawn and compared, each with
 * the sum of what its writings changed, newest first. What a source delivered
 * that is gone from app-config is no part of the bill, nor is what it wrote anew.
 *
 * @param options.since - first day that is drawn
 * @param options.totals - whether the differences may be said: they are of the
 * whole bill
 */
export async function readRestated(options: {
  client: Knex;
  range: CostRange;
  since: string;
  totals: boolean;
}): Promise<CostProof['restated']> {
  const { client, range, since, totals } = options;
  const rows: RestatedRow[] = await client('cost_restatement')
    .where('billing_month', '>=', monthOf(since))
    .where('billing_month', '<', range.to)
    .where({ metric: range.metric, currency: range.currency })
    .whereNotIn('source', goneSources(client))
    .groupBy('billing_month', 'source')
    .orderBy('billing_month', 'desc')
    .orderBy('source')
    .select(
      'billing_month',
      'source',
      client.raw('max(at) as at'),
      client.raw('cast(sum(amount_after - amount_before) as text) as change'),
    );
  const months = [...new Set(rows.map(row => row.billing_month))];
  return months.flatMap(billingMonth => {
    const own = rows.filter(row => row.billing_month === billingMonth);
    const difference = own.reduce(
      (sum, { change }) => sum + BigInt(change),
      0n,
    );
    // written anew, and back: as it was
    return difference === 0n
      ? []
      : [
          {
            billingMonth,
            at: new Date(
              Math.max(...own.map(({ at }) => Number(at))),
            ).toISOString(),
            sources: own.map(({ source }) => source),
            ...(totals && { difference: formatAmount(difference) }),
          },
        ];
  });
}

interface RestatedRow {
  billing_month: string;
  source: string;
  at: string | number;
  /** Nano-units. */
  change: string;
}
