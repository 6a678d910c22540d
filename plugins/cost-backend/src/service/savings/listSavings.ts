import {
  formatAmount,
  type PageRequest,
  type SavingPage,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import { applyMembers, askedEntity } from '@plimsoll/service-index';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { findMembers } from '../members/findMembers';
import { readRange } from '../range/readRange';
import { readProof } from '../state/readProof';
import { isUseMeasured } from './isUseMeasured';
import { readSavingsFoundAt } from './readSavingsFoundAt';
import { type SavingRow, selectSaving, toSaving } from './savingRow';
import { visibleSavings } from './visibleSavings';

const DEFAULT_LIMIT = 25;
const IN_ORDER = [
  { sql: 's.place', direction: 'asc', type: 'integer' },
  { sql: 's.id', direction: 'asc' },
] as const;

/**
 * One page of savings in order of application, and what all of them would
 * bring that are neither held back nor opened. The proof is of the running
 * month. Says when savings were last worked out, if they were.
 *
 * @throws InputError when the ref is none or the cursor is not of here
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function listSavings(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & { entityRef?: string; currency?: string };
}): Promise<SavingPage> {
  const { context, view, request } = options;
  const { client } = context;
  const { entityRef, limit = DEFAULT_LIMIT, cursor } = request;
  const { state, range } = await readRange({
    context,
    view,
    request: { currency: request.currency },
  });
  const { currency } = range;
  const rows = visibleSavings({ client, view, currency });
  const entity = entityRef === undefined ? undefined : askedEntity(entityRef);
  if (entity) {
    await findMembers({ client, scope: view.scope, entity });
    applyMembers(rows, { entity, column: 's.entity_ref' });
  }
  const open = rows
    .clone()
    .whereNull('s.applied_at')
    .whereNot('s.guard', 'held-back')
    .select(
      client.raw('cast(coalesce(sum(s.realisable), 0) as text) as amount'),
    );
  const [page, [{ amount }], proof, foundAt, isMeasured] = await Promise.all([
    readPage<SavingRow & { place_0: string | number }>({
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
    readProof({ client, state, range, view }),
    readSavingsFoundAt(client),
    isUseMeasured({ client, view, entity }),
  ]);
  return {
    ...page,
    items: page.items.map(row =>
      toSaving(row, { view, place: Number(row.place_0) }),
    ),
    realisable: formatAmount(BigInt(amount)),
    ...(foundAt && { foundAt }),
    ...(isMeasured && { measured: true }),
    currency,
    proof,
  };
}
