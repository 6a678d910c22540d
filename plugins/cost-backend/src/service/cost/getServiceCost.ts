import {
  addDays,
  changeAgainst,
  type CostGrouping,
  type CostRangeRequest,
  forecastMonth,
  formatAmount,
  monthOf,
  parseAmount,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { type AskedEntity, askedEntity } from '@plimsoll/service-index';
import { readBudgets, toBudget } from '../../budgets/readBudget';
import { TAGS_ANNOTATION } from '../../catalog/annotations';
import { readDeployments } from '../../deployments/readDeployments';
import type { CostView } from '../../permissions/CostAccess';
import { readVolumes } from '../../volumes/readVolumes';
import { readWaiting } from '../../volumes/readWaiting';
import { readJudgedFrom } from '../../derive/JudgedDays';
import { readAnomalies } from '../anomalies/readAnomalies';
import type { CostContext } from '../CostContext';
import { chargedCurrencies } from '../members/chargedCurrencies';
import { findMembers } from '../members/findMembers';
import type { CostRange } from '../range/CostRange';
import { readRange } from '../range/readRange';
import { isUseMeasured } from '../savings/isUseMeasured';
import { readSavingsFoundAt } from '../savings/readSavingsFoundAt';
import { summarizeSavings } from '../savings/summarizeSavings';
import type { BillState } from '../state/BillState';
import { readProof } from '../state/readProof';
import { drawnSince } from '../state/readRestated';
import { type DailyCost, readDailyCosts } from './readDailyCosts';
import { LINE_KINDS } from './lineKinds';
import {
  isNamed,
  lastNamedDay,
  namedCurrencies,
  namedWithin,
} from './namedCosts';
import { firstMonth, readMonths } from './readMonths';
import { dailyAmounts, sumBy, totalOf } from './sumBy';
import { toCategoryShares } from './toCategoryShares';
import { toCategories, toDays } from './toDays';
import { toUnitCosts } from './toUnitCosts';

/** Days before a range that forecasts, comparisons and unit costs look at. */
const HISTORY_DAYS = 250;

/**
 * What a service costs, or all services of a system, domain or group together,
 * as far as the caller may see them.
 *
 * @throws InputError when the ref or the range is none
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function getServiceCost(options: {
  context: CostContext;
  view: CostView;
  ref: string;
  request: CostRangeRequest;
}): Promise<ServiceCost> {
  const { context, view, ref } = options;
  const { client } = context;
  const entity = askedEntity(ref);
  const [members, { state, range }] = await Promise.all([
    findMembers({ client, scope: view.scope, entity }),
    readRange(options),
  ]);
  const [frame, figures, proof] = await Promise.all([
    frameOf({ context, entity, state }),
    figuresOf({ context, view, entity, members, state, range }),
    readProof({ client, state, range, view, since: monthsSince(range, state) }),
  ]);
  return { ...frame, ...figures, proof };
}

/** The answer has months before its range, which pages draw, too. */
function monthsSince(range: CostRange, state: BillState): string {
  const month = firstMonth(monthOf(state.completeTo ?? range.to));
  return [month, drawnSince(range)].sort()[0];
}

async function frameOf(options: {
  context: CostContext;
  entity: AskedEntity;
  state: BillState;
}) {
  const { context, entity } = options;
  const { entityRef } = entity;
  const services = await context.services.getServices([entityRef]);
  const { name } = parseEntityRef(entityRef);
  const { tags } = context.allocation;
  return {
    entityRef,
    groupBy: groupingOf(entity),
    title: services.get(entityRef)?.title ?? name,
    ...(context.demo && { demo: true }),
    mapping: {
      annotation: TAGS_ANNOTATION,
      value: `${tags[0] ?? 'service'}=${name}`,
      tags: [...tags],
    },
  };
}

async function figuresOf(options: {
  context: CostContext;
  view: CostView;
  entity: AskedEntity;
  members: readonly string[];
  state: BillState;
  range: CostRange;
}) {
  const { context, view, entity, members, state, range } = options;
  const { client } = context;
  const { currency, metric } = range;
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const completeTo = state.completeTo ?? addDays(today, -1);
  const runningMonth = monthOf(completeTo);
  const span = {
    client,
    entityRefs: members,
    from: addDays(range.from, -HISTORY_DAYS),
    to: [addDays(today, 1), range.to].sort()[1],
  };
  const waiting = await readWaiting({ ...span, units: context.units });
  const [
    costs,
    months,
    budgets,
    deployments,
    units,
    savings,
    foundAt,
    isMeasured,
    anomalies,
    judgedFrom,
  ] = await Promise.all([
    readDailyCosts({ ...span, metric, currency }),
    readMonths({ ...span, runningMonth, metric, currency }),
    readBudgets({ client, entityRefs: [entity.entityRef] }),
    readDeployments(span),
    Promise.all(
      context.units.map(async unit => ({
        unit,
        volumes: await readVolumes({ ...span, unit }),
        isWaiting: waiting.has(unit.unit),
      })),
    ),
    summarizeSavings({ client, entityRefs: members, currency }),
    readSavingsFoundAt(client),
    isUseMeasured({ client, view, entity }),
    readAnomalies({ ...span, from: range.from, to: range.to, currency }),
    readJudgedFrom(client),
  ]);
  const naming = await namingOf({ context, members, state, range, costs });
  const days = dailyAmounts(costs);
  const inRange = costs.filter(
    ({ day }) => day >= range.from && day < range.to,
  );
  const change = changeAgainst({
    days,
    from: range.from,
    to: range.completeEnd,
    since: state.since,
  });
  const forecast = forecastMonth({ days, month: runningMonth, completeTo });
  const budget = toBudget({
    row: budgets.get(entity.entityRef),
    settings: context.budgets,
    settingsCurrency: context.allocation.currency,
    isService: !entity.isRollup,
    used: totalOf(
      costs.filter(({ day }) => day >= runningMonth && day <= completeTo),
    ),
    currency,
    forecast,
  });
  return {
    ...naming,
    from: range.from,
    to: range.to,
    total: formatAmount(totalOf(inRange)),
    ...(change && { change }),
    days: toDays({ costs, range, today, completeTo }),
    months: months.map(({ month, amount, parts }) => ({
      month,
      total: formatAmount(amount),
      ...(month === runningMonth && { incomplete: true }),
      categories: toCategories(parts),
    })),
    categories: toCategoryShares({ costs, range, since: state.since }),
    lines: toLines(inRange),
    ...(forecast && parseAmount(forecast.high) !== 0n && { forecast }),
    ...(budget && { budget }),
    unitCosts: toUnitCosts({
      units,
      costs: days,
      deployments,
      range,
      completeTo,
    }),
    savings: {
      ...savings,
      ...(foundAt && { foundAt }),
      ...(isMeasured && { measured: true }),
    },
    anomalies,
    ...(judgedFrom && judgedFrom > range.from && { judgedFrom }),
  };
}

function toLines(costs: readonly DailyCost[]): ServiceCost['lines'] {
  const sums = sumBy(costs, ({ kind }) => kind);
  return LINE_KINDS.filter(kind => sums.has(kind)).map(kind => ({
    kind,
    total: formatAmount(sums.get(kind) ?? 0n),
  }));
}

/**
 * Whether the bill names the services, and where it does if not here. A part of
 * a pool alone is no cost of theirs: it would read as a cost near zero.
 */
async function namingOf(options: {
  context: CostContext;
  members: readonly string[];
  state: BillState;
  range: CostRange;
  costs: readonly DailyCost[];
}): Promise<Pick<ServiceCost, 'state' | 'otherCurrencies' | 'namedUntil'>> {
  const { context, members: entityRefs, state, range, costs } = options;
  const { client } = context;
  if (state.since === undefined) {
    return {
      state: context.isConfigured ? 'no-bill' : 'not-configured',
      otherCurrencies: [],
    };
  }
  const within = namedWithin(range);
  const charged = await chargedCurrencies({ client, entityRefs });
  const otherCurrencies = await namedCurrencies({
    client,
    entityRefs,
    currencies: charged.filter(currency => currency !== range.currency),
    ...within,
  });
  if (
    costs.some(
      cost => cost.day >= within.from && cost.day < within.to && isNamed(cost),
    )
  ) {
    return { state: 'ok', otherCurrencies };
  }
  if (otherCurrencies.length > 0) {
    return { state: 'other-currency', otherCurrencies };
  }
  const before = within.from;
  const namedUntil = await lastNamedDay({ client, entityRefs, before });
  return {
    state: 'unmapped',
    otherCurrencies,
    ...(namedUntil && { namedUntil }),
  };
}

function groupingOf({ entityRef }: AskedEntity): CostGrouping {
  const [kind] = entityRef.split(':');
  switch (kind) {
    case 'system':
    case 'domain':
      return kind;
    case 'group':
      return 'owner';
    default:
      return 'service';
  }
}
