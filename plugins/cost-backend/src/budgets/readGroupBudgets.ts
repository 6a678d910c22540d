import {
  addDays,
  type CostForecast,
  forecastMonth,
} from '@plimsoll/plugin-cost-common';
import { applyMembers, askedEntity } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { ServiceDigest } from '../derive/ServiceDigest';
import type { CostContext } from '../service/CostContext';
import { readDailyCosts } from '../service/cost/readDailyCosts';
import { dailyAmounts } from '../service/cost/sumBy';
import type { MonthBudget } from './MonthBudget';
import { type BudgetRow, toBudget } from './readBudget';

/** Days before the month that forecasts look at, as on pages. */
const HISTORY_DAYS = 250;

/** Budgets that persons set for all services of something together. */
export async function readGroupBudgets(options: {
  context: CostContext;
}): Promise<MonthBudget[]> {
  const { context } = options;
  const { client } = context;
  const rows: BudgetRow[] = await client('cost_budget')
    // of a time when persons had figures
    .whereNot('entity_ref', 'like', 'user:%')
    .orderBy('entity_ref')
    .select(
      'entity_ref',
      client.raw('cast(amount as text) as amount'),
      'currency',
      'notify_at',
      'set_by',
      'set_at',
    );
  const found = await Promise.all(
    rows
      .filter(row => askedEntity(row.entity_ref).isRollup)
      .map(row => readOne(context, row)),
  );
  return found.flatMap(one => one ?? []);
}

async function readOne(
  context: CostContext,
  row: BudgetRow,
): Promise<MonthBudget | undefined> {
  const { client } = context;
  const { entity_ref: entityRef, currency } = row;
  const query = client('cost_service as s').where('s.currency', currency);
  applyMembers(query, {
    entity: askedEntity(entityRef),
    column: 's.entity_ref',
  });
  const members: Array<{
    entity_ref: string;
    month: string;
    content: string;
    used: string;
  }> = await query.select(
    's.entity_ref',
    's.month',
    's.content',
    client.raw('cast(s.effective_to_date as text) as used'),
  );
  const [first] = members;
  const budget =
    first &&
    toBudget({
      row,
      settings: context.budgets,
      settingsCurrency: context.allocation.currency,
      isService: false,
      used: members.reduce((sum, { used }) => sum + BigInt(used), 0n),
      currency,
      forecast: await forecastOf({
        client,
        entityRefs: members.map(member => member.entity_ref),
        currency,
        digest: JSON.parse(first.content),
      }),
    });
  return budget && { entityRef, month: first.month, budget };
}

/** Of what they cost together, as on their page. */
async function forecastOf(options: {
  client: Knex;
  entityRefs: readonly string[];
  currency: string;
  digest: ServiceDigest;
}): Promise<CostForecast | undefined> {
  const { digest } = options;
  const costs = await readDailyCosts({
    ...options,
    metric: 'effective',
    from: addDays(digest.from, -HISTORY_DAYS),
    to: digest.to,
  });
  return forecastMonth({
    days: dailyAmounts(costs),
    month: digest.from,
    completeTo: addDays(digest.to, -1),
  });
}
