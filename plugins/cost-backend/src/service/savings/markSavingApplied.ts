import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { type Saving, parseAmount } from '@plimsoll/plugin-cost-common';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { applyOwnerScope } from './applyOwnerScope';
import { type SavingRow, selectSaving, toSaving } from './savingRow';
import { visibleSavings } from './visibleSavings';

/**
 * Notes that a change was opened for a saving: what it promised is kept, and
 * later compared with the bill. A second time changes nothing.
 *
 * @param options.by - ref of who opened it
 * @throws NotFoundError when there is no such saving, or none to be seen
 * @throws ConflictError when it was worked out anew meanwhile and is gone
 * @throws NotAllowedError when the caller may not change its service's budget
 */
export async function markSavingApplied(options: {
  context: CostContext;
  view: CostView;
  budgetable: ServiceScope;
  id: string;
  by: string;
}): Promise<Saving> {
  const { context, view, budgetable, id, by } = options;
  const { client, now } = context;
  const read = async (): Promise<SavingRow | undefined> => {
    const query = client('cost_saving as s').where('s.id', id);
    applyOwnerScope(query, { view, column: 's.entity_ref' });
    return query.first(selectSaving(client, 's'));
  };
  const row = await read();
  if (!row) {
    throw new NotFoundError(
      `There is no saving '${id}', or you may not see it`,
    );
  }
  const allowed = client('cost_saving as s').where('s.id', id);
  applyServiceScope(allowed, { scope: budgetable, column: 's.entity_ref' });
  if (!(await allowed.first('s.id'))) {
    throw new NotAllowedError(
      `You may not open a change for '${id}': ask for the permission 'cost.budget.write' for its service`,
    );
  }
  await client('cost_saving')
    .where({ id })
    .whereNull('applied_at')
    .update({
      applied_at: now(),
      applied_by: by,
      promised: parseAmount(toSaving(row, { view }).realisable).toString(),
    });
  const applied = await read();
  if (!applied || applied.applied_at === null) {
    throw new ConflictError(
      `'${id}' is no saving any more: the costs that it was worked out from have changed. Look at the savings again`,
    );
  }
  const { currency } = toSaving(applied, { view });
  const found = await visibleSavings({ client, view, currency })
    .where('s.id', id)
    .first('s.place');
  return toSaving(applied, {
    view,
    ...(found && { place: Number(found.place) }),
  });
}
