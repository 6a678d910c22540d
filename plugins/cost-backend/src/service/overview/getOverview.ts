import {
  addDays,
  changeAgainst,
  type CostOverview,
  type CostPool,
  type CostRangeRequest,
  forecastMonth,
  formatAmount,
  monthOf,
} from '@plimsoll/plugin-cost-common';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { LINE_KINDS } from '../cost/lineKinds';
import { dailyAmounts, sumBy, totalOf } from '../cost/sumBy';
import { toDays } from '../cost/toDays';
import { readRange } from '../range/readRange';
import { readSavingsFoundAt } from '../savings/readSavingsFoundAt';
import { readProof } from '../state/readProof';
import { readMovers } from './readMovers';
import { readOpenSavings } from './readOpenSavings';
import { readTotals } from './readTotals';

/** Days before a range that forecasts and comparisons look at. */
const HISTORY_DAYS = 250;
const POOLS: readonly CostPool[] = ['unallocated', 'idle', 'shared', 'residue'];

/** The whole bill, and where it stands. For who may see totals. */
export async function getOverview(options: {
  context: CostContext;
  view: CostView;
  request: CostRangeRequest;
}): Promise<CostOverview> {
  const { context, view } = options;
  const { client, now } = context;
  const today = new Date(now()).toISOString().slice(0, 10);
  const { state, range } = await readRange(options);
  const completeTo = state.completeTo ?? addDays(today, -1);
  const [totals, proof, movers, savings, savingsFoundAt] = await Promise.all([
    readTotals({
      client,
      range,
      from: addDays(range.from, -HISTORY_DAYS),
      to: [addDays(today, 1), range.to].sort()[1],
    }),
    readProof({ client, state, range, view }),
    readMovers({ context, view, range, state }),
    readOpenSavings({ client, currency: range.currency }),
    readSavingsFoundAt(client),
  ]);
  const days = dailyAmounts(totals);
  const inRange = totals.filter(
    ({ day }) => day >= range.from && day < range.to,
  );
  const byPool = sumBy(inRange, ({ pool }) => pool);
  const byKind = sumBy(inRange, ({ kind }) => kind);
  const change = changeAgainst({
    days,
    from: range.from,
    to: range.completeEnd,
    since: state.since,
  });
  const forecast = forecastMonth({
    days,
    month: monthOf(completeTo),
    completeTo,
  });
  return {
    from: range.from,
    to: range.to,
    bill: formatAmount(totalOf(inRange)),
    ...(change && { change }),
    ...(forecast && { forecast }),
    services: formatAmount(byPool.get('') ?? 0n),
    pools: Object.fromEntries(
      POOLS.map(pool => [pool, formatAmount(byPool.get(pool) ?? 0n)]),
    ) as CostOverview['pools'],
    lines: LINE_KINDS.filter(kind => byKind.has(kind)).map(kind => ({
      kind,
      total: formatAmount(byKind.get(kind) ?? 0n),
    })),
    days: toDays({ costs: totals, range, today, completeTo }),
    ...(savingsFoundAt && { saving: savings.realisable, savingsFoundAt }),
    movers,
    ...(context.demo && { demo: true }),
    proof,
  };
}
