import {
  type CostBudget,
  type CostForecast,
  formatAmount,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import { applyMembers, askedEntity } from '@plimsoll/service-index';
import type { ServiceDigest } from '../derive/ServiceDigest';
import type { CostContext } from '../service/CostContext';
import { type BudgetRow, toBudget } from './readBudget';

/** How a budget, of a service or of a system, domain or owner, stands in the running month. */
export interface GroupBudget {
  entityRef: string;
  /** First day. */
  month: string;
  budget: CostBudget;
}

/** Budgets that persons set for all services of something together. */
export async function readGroupBudgets(options: {
  context: CostContext;
}): Promise<GroupBudget[]> {
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
): Promise<GroupBudget | undefined> {
  const { client } = context;
  const { entity_ref: entityRef, currency } = row;
  const query = client('cost_service as s').where('s.currency', currency);
  applyMembers(query, {
    entity: askedEntity(entityRef),
    column: 's.entity_ref',
  });
  const members: Array<{ month: string; content: string; used: string }> =
    await query.select(
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
      forecast: sumOf(
        members.map(({ content }) => JSON.parse(content) as ServiceDigest),
      ),
    });
  return budget && { entityRef, month: first.month, budget };
}

/** Unknown as long as that of any service is. */
function sumOf(digests: readonly ServiceDigest[]): CostForecast | undefined {
  const all = digests.flatMap(({ forecast }) => forecast ?? []);
  const [first] = all;
  const sum = (key: 'expected' | 'low' | 'high') =>
    formatAmount(
      all.reduce((total, forecast) => total + parseAmount(forecast[key]), 0n),
    );
  return first && all.length === digests.length
    ? {
        ...first,
        expected: sum('expected'),
        low: sum('low'),
        high: sum('high'),
      }
    : undefined;
}
