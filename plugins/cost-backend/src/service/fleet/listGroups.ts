import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  addDays,
  changeAgainst,
  type CostGrouping,
  type CostServiceRow,
  formatAmount,
  type ListCostServicesRequest,
  monthOf,
} from '@plimsoll/plugin-cost-common';
import type { RowPage } from '@plimsoll/plugin-database';
import { readBudgets, toBudget } from '../../budgets/readBudget';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { readDailyCosts } from '../cost/readDailyCosts';
import { readMonths } from '../cost/readMonths';
import { dailyAmounts, totalOf } from '../cost/sumBy';
import { pagedItems } from '../pagedItems';
import type { CostRange } from '../range/CostRange';
import type { BillState } from '../state/BillState';
import { forecastGroup } from './forecastGroup';
import { type CostGroup, readGroups } from './readGroups';
import { withHistory } from './readVisible';

const DEFAULT_LIMIT = 25;
/** Complete days that a forecast learns from. */
const LEARNT_DAYS = 28;

/**
 * One page of systems, domains or owners with what their services cost, as far
 * as the caller may see them. What belongs to none is in no row.
 *
 * @throws InputError when the cursor is of another order
 */
export async function listGroups(options: {
  context: CostContext;
  view: CostView;
  request: ListCostServicesRequest;
  groupBy: Exclude<CostGrouping, 'service'>;
  range: CostRange;
  state: BillState;
}): Promise<RowPage<CostServiceRow>> {
  const { request, groupBy } = options;
  const { sort = '-cost', limit = DEFAULT_LIMIT, cursor } = request;
  const compare = compareBy(sort);
  const groups = (await readGroups(options)).sort(
    (a, b) => compare(a, b) || (a.ref < b.ref ? -1 : 1),
  );
  const page = pagedItems({
    items: groups,
    nameOf: ({ ref }) => ref,
    list: `${groupBy} ${sort}`,
    limit,
    cursor,
  });
  return {
    ...page,
    items: await Promise.all(
      page.items.map(group => toGroupRow({ ...options, group })),
    ),
  };
}

type Comparison = (a: CostGroup, b: CostGroup) => number;

function compareBy(
  sort: NonNullable<ListCostServicesRequest['sort']>,
): Comparison {
  const sign = sort.startsWith('-') ? -1 : 1;
  const by = sort.replace('-', '');
  switch (by) {
    case 'cost':
    case 'saving': {
      const key = by === 'cost' ? 'total' : 'saving';
      return (a, b) =>
        sign * (Number(a[key] > b[key]) - Number(a[key] < b[key]));
    }
    case 'name':
      return (a, b) => sign * (a.ref < b.ref ? -1 : 1);
    default:
      throw new InputError(
        `Groups cannot be ordered by '${sort}'; order them by cost, saving or name`,
      );
  }
}

async function toGroupRow(options: {
  context: CostContext;
  group: CostGroup;
  range: CostRange;
  state: BillState;
}): Promise<CostServiceRow> {
  const { context, group, range, state } = options;
  const { client } = context;
  const { metric, currency } = range;
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const completeTo = state.completeTo ?? addDays(today, -1);
  const runningMonth = monthOf(completeTo);
  const span = spanOf({ range, completeTo });
  const figures = { client, entityRefs: group.members, metric, currency };
  const [costs, months, budgets, services] = await Promise.all([
    readDailyCosts({ ...figures, ...span }),
    readMonths({ ...figures, runningMonth }),
    readBudgets({ client, entityRefs: [group.ref] }),
    context.services.getServices([group.ref]),
  ]);
  const days = dailyAmounts(costs);
  const change = changeAgainst({
    days,
    from: range.from,
    to: range.completeEnd,
    since: state.since,
  });
  const forecast = forecastGroup({
    days: [
      ...days,
      // a day without cost, where the first cost is older than what was read
      ...(months.some(({ month }) => month < span.from)
        ? [{ day: span.from, amount: 0n }]
        : []),
    ],
    month: runningMonth,
    completeTo,
    digests: group.digests,
  });
  const budget = toBudget({
    row: budgets.get(group.ref),
    settings: context.budgets,
    settingsCurrency: context.allocation.currency,
    isService: false,
    used: totalOf(
      days.filter(({ day }) => day >= runningMonth && day <= completeTo),
    ),
    currency,
    forecast,
  });
  return {
    ref: group.ref,
    title: services.get(group.ref)?.title ?? parseEntityRef(group.ref).name,
    total: formatAmount(group.total),
    ...(change && { change }),
    months: months.map(({ month, amount }) => ({
      month,
      total: formatAmount(amount),
    })),
    ...(forecast && {
      forecast: {
        expected: forecast.expected,
        low: forecast.low,
        high: forecast.high,
      },
    }),
    ...(budget && {
      budget: {
        amount: budget.amount,
        usedRatio: budget.usedRatio,
        state: budget.state,
      },
    }),
    ...(group.saving > 0n && { saving: formatAmount(group.saving) }),
    ...(group.digests.some(({ savingState }) => savingState) && {
      savingState: 'waiting',
    }),
    anomalies: group.anomalies,
  };
}

/** The days of a range with its history, and whole months that forecasts need. */
function spanOf(options: { range: CostRange; completeTo: string }): {
  from: string;
  to: string;
} {
  const { range, completeTo } = options;
  const compared = withHistory(range);
  const learnt = monthOf(addDays(completeTo, 1 - LEARNT_DAYS));
  return {
    from: compared.from < learnt ? monthOf(compared.from) : learnt,
    to: compared.to > completeTo ? compared.to : addDays(completeTo, 1),
  };
}
