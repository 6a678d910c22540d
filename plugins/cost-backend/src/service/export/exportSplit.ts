import { InputError } from '@backstage/errors';
import {
  type AllocatedCost,
  focusSplitCsv,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../../database/amountColumns';
import type { CostContext } from '../CostContext';

/**
 * The split of a billing month as lines of FOCUS 1.3 CSV, the head first. For
 * who may see totals.
 *
 * @param options.month - first day of the month, or `2026-11`
 * @throws InputError when that is no month
 */
export async function exportSplit(options: {
  context: CostContext;
  month: string;
}): Promise<Iterable<string>> {
  const { context, month } = options;
  if (!/^\d{4}-(0[1-9]|1[0-2])(-01)?$/.test(month)) {
    throw new InputError(
      `month is '${month}'; write the first day of a month, for instance 2026-11-01`,
    );
  }
  const billingMonth = `${month.slice(0, 7)}-01`;
  const costs = await readCosts(context.client, billingMonth);
  const refs = costs.flatMap(({ entityRef }) => entityRef ?? []);
  const services = await context.services.getServices([...new Set(refs)]);
  const titles = new Map(
    [...services].flatMap(([ref, { title }]) =>
      title === undefined ? [] : [[ref, title] as const],
    ),
  );
  return focusSplitCsv({ costs, titles });
}

interface CostRow
  extends AmountColumns,
    Pick<AllocatedCost, 'day' | 'category' | 'kind' | 'currency'> {
  entity_ref: string | null;
  pool: AllocatedCost['pool'] | null;
  basis: string | null;
}

async function readCosts(
  client: Knex,
  billingMonth: string,
): Promise<AllocatedCost[]> {
  const rows: CostRow[] = await client('cost_daily')
    .where('billing_month', billingMonth)
    .orderBy(['day', 'entity_ref', 'pool', 'category', 'kind'])
    .select(
      'entity_ref',
      'pool',
      'day',
      'category',
      'kind',
      'currency',
      'basis',
      ...selectAmounts(client),
    );
  return rows.map(row => ({
    ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
    ...(row.pool && { pool: row.pool }),
    day: row.day,
    billingMonth,
    category: row.category,
    kind: row.kind,
    currency: row.currency,
    ...(row.basis !== null && { basis: JSON.parse(row.basis) }),
    amounts: fromAmountColumns(row),
  }));
}
