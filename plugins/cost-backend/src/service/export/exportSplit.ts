import { InputError } from '@backstage/errors';
import { focusSplitCsv, splitWholes } from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import { applyServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { readListPrice } from './readListPrice';
import { splitMonth } from './splitMonth';

/**
 * The split of a billing month as lines of FOCUS 1.3 CSV, the head first: of
 * the services that the caller may see, and of what no service owns. For who
 * may see totals.
 *
 * @param options.month - first day of the month, or `2026-11`
 * @throws InputError when that is no month
 */
export async function exportSplit(options: {
  context: CostContext;
  view: CostView;
  month: string;
}): Promise<Iterable<string>> {
  const { context, view, month } = options;
  if (!/^\d{4}-(0[1-9]|1[0-2])(-01)?$/.test(month)) {
    throw new InputError(
      `month is '${month}'; write the first day of a month, for instance 2026-11-01`,
    );
  }
  const { client, allocation: settings } = context;
  const billingMonth = `${month.slice(0, 7)}-01`;
  const visible = await visibleRefs({ client, view, billingMonth });
  const costs =
    (await splitMonth({ client, billingMonth, settings, visible })) ??
    (await readListPrice({ client, billingMonth })).filter(
      ({ entityRef }) => entityRef === undefined || visible.has(entityRef),
    );
  const pace = Pace.create();
  const wholes = await pace.run(splitWholes(costs));
  return focusSplitCsv({
    costs,
    wholes,
    titles: await titlesOf(context, visible),
  });
}

/** Services with a part of the month that the caller may see. */
async function visibleRefs(options: {
  client: Knex;
  view: CostView;
  billingMonth: string;
}): Promise<Set<string>> {
  const { client, view, billingMonth } = options;
  const own = client('cost_daily as d')
    .where('d.billing_month', billingMonth)
    .whereNotNull('d.entity_ref');
  applyServiceScope(own, { scope: view.scope, column: 'd.entity_ref' });
  return new Set(await own.distinct('d.entity_ref').pluck('d.entity_ref'));
}

async function titlesOf(
  context: CostContext,
  refs: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const services = await context.services.getServices([...refs]);
  return new Map(
    [...services].flatMap(([ref, { title }]) =>
      title === undefined ? [] : [[ref, title] as const],
    ),
  );
}
