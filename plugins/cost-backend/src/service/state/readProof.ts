import {
  addDays,
  type CostProof,
  formatAmount,
  type NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import type { CostRange } from '../range/CostRange';
import type { BillState } from './BillState';
import { drawnSince, readRestated } from './readRestated';

/** A bill of a day comes within so many days. */
const DUE_AFTER_DAYS = 2;

/**
 * What the figures of a range stand on.
 *
 * @param options.since - first day that is drawn with it; by default as far back
 * as changes are reckoned against
 * @param options.view - whether amounts of the whole bill may be said
 */
export async function readProof(options: {
  client: Knex;
  state: BillState;
  range: CostRange;
  since?: string;
  view: CostView;
}): Promise<CostProof> {
  const { client, state, range, since = drawnSince(range) } = options;
  const { totals } = options.view;
  const { metric, currency } = range;
  const [shares, restated] = await Promise.all([
    readPools(client, range),
    readRestated({ client, range, since, totals }),
  ]);
  const bill = [...shares.values()].reduce((sum, part) => sum + part, 0n);
  const unallocated = shares.get('unallocated') ?? 0n;
  const ratio = bill > 0n ? Number(unallocated) / Number(bill) : undefined;
  return {
    ...(state.completeTo && {
      completeTo: state.completeTo,
      dueOn: addDays(state.completeTo, DUE_AFTER_DAYS),
    }),
    ...(ratio !== undefined && {
      matchedRatio: totals ? 1 - ratio : wholePercent(1 - ratio),
    }),
    ...(ratio !== undefined &&
      totals && {
        unallocated: { ratio, amount: formatAmount(unallocated) },
      }),
    restated,
    currency,
    otherCurrencies: state.currencies.filter(other => other !== currency),
    metric,
    basis: state.basis,
    sources: state.sources,
    ...(state.reading && { reading: state.reading }),
    ...(state.splitBy.length > 0 && { splitBy: state.splitBy.join(', ') }),
    ...(state.demo && { demo: true }),
  };
}

/** By pool, and services together under the empty name. */
async function readPools(
  client: Knex,
  range: CostRange,
): Promise<Map<string, NanoUnits>> {
  const rows: Array<{ pool: string; amount: string }> = await client(
    'cost_total',
  )
    .where('currency', range.currency)
    .where('day', '>=', range.from)
    .where('day', '<', range.to)
    .groupBy('pool')
    .select(
      'pool',
      client.raw('cast(sum(??) as text) as amount', [range.metric]),
    );
  return new Map(rows.map(({ pool, amount }) => [pool, BigInt(amount)]));
}

/**
 * Who moves a charge of a known sum to a service of their own, and sees the
 * ratio before and after, would work out the whole bill from its digits.
 */
function wholePercent(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
