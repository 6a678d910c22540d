import {
  type CostPage,
  formatAmount,
  type PageRequest,
  type Saving,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { readBillState } from '../state/readBillState';
import { applyOwnerScope } from './applyOwnerScope';
import { type SavingRow, selectSaving, toSaving } from './savingRow';
import { visiblePlaces } from './visiblePlaces';

const DEFAULT_LIMIT = 25;
const IN_ORDER = [
  { sql: 's.position', direction: 'asc', type: 'integer' },
  { sql: 's.id', direction: 'asc' },
] as const;

/**
 * One page of savings in order of application, and what all of them would
 * bring that are neither held back nor opened.
 *
 * @throws InputError when the ref is none or the cursor is not of here
 */
export async function listSavings(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & { entityRef?: string; currency?: string };
}): Promise<CostPage<Saving> & { realisable: string; currency: string }> {
  const { context, view, request } = options;
  const { client } = context;
  const { entityRef, limit = DEFAULT_LIMIT, cursor } = request;
  const currency = request.currency ?? (await ownCurrency(context));
  const rows = client('cost_saving as s').where('s.currency', currency);
  applyOwnerScope(rows, { view, column: 's.entity_ref', entityRef });
  const open = rows
    .clone()
    .whereNull('s.applied_at')
    .whereNot('s.guard', 'held-back')
    .select(
      client.raw('cast(coalesce(sum(s.realisable), 0) as text) as amount'),
    );
  const [page, [{ amount }]] = await Promise.all([
    readPage<SavingRow>({
      client,
      rows,
      list: 'savings',
      terms: IN_ORDER,
      limit,
      cursor,
      select: query =>
        query
          .join('cost_saving as s', 's.id', 'page.place_1')
          .select(selectSaving(client, 's')),
    }),
    open,
  ]);
  const places = await visiblePlaces({
    client,
    view,
    currency,
    ids: page.items.map(({ id }) => id),
  });
  return {
    ...page,
    items: page.items.map(row => toSaving(row, places.get(row.id))),
    realisable: formatAmount(BigInt(amount)),
    currency,
  };
}

async function ownCurrency(context: CostContext): Promise<string> {
  const { client, allocation, now } = context;
  const { currencies } = await readBillState({ client, now: now() });
  return currencies.length === 0 || currencies.includes(allocation.currency)
    ? allocation.currency
    : currencies[0];
}
