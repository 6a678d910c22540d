import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type CostBudget,
  type NanoUnits,
  parseAmount,
  type SetBudgetRequest,
} from '@plimsoll/plugin-cost-common';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  askedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { CostView } from '../permissions/CostAccess';
import type { CostContext } from '../service/CostContext';
import { getServiceCost } from '../service/cost/getServiceCost';
import { chargedCurrencies } from '../service/members/chargedCurrencies';
import { findMembers } from '../service/members/findMembers';

/** Nobody's budget; what is above it does not fit the column. */
const LARGEST: NanoUnits = 10n ** 18n;

/** @see setBudget */
export interface BudgetWriting {
  context: CostContext;
  view: CostView;
  budgetable: ServiceScope;
  ref: string;
}

/**
 * Says what a service, or all services of a system, domain or owner together,
 * may cost in a month.
 *
 * @param options.by - ref of who says so
 * @throws InputError for an amount that is none, or in a currency that it is
 * not charged in
 * @throws NotFoundError when there is no such service, or none to be seen
 * @throws NotAllowedError when the caller may not set it
 */
export async function setBudget(
  options: BudgetWriting & { request: SetBudgetRequest; by: string },
): Promise<CostBudget> {
  const { context, request, by } = options;
  const { client, budgets, now } = context;
  const { entityRef, members } = await writableEntity(options);
  const amount = parseAmount(request.amount);
  if (amount <= 0n || amount > LARGEST) {
    throw new InputError(
      `amount is '${request.amount}'; write one above 0 and up to 1,000,000,000, or delete the budget`,
    );
  }
  const charged = await chargedCurrencies({ client, entityRefs: members });
  if (charged.length > 0 && !charged.includes(request.currency)) {
    throw new InputError(
      `currency is '${
        request.currency
      }', but ${entityRef} is charged in ${charged.join(
        ' and ',
      )}; set its budget in that`,
    );
  }
  const notifyAt = request.notifyAt ?? budgets.notifyAt;
  await client('cost_budget')
    .insert({
      entity_ref: entityRef,
      amount: amount.toString(),
      currency: request.currency,
      notify_at: JSON.stringify([...new Set(notifyAt)].sort((a, b) => a - b)),
      set_by: by,
      set_at: now(),
    })
    .onConflict('entity_ref')
    .merge();
  const { budget } = await getServiceCost({
    ...options,
    request: { currency: request.currency },
  });
  if (!budget) {
    throw new InputError(`The budget of ${entityRef} was removed meanwhile`);
  }
  return budget;
}

/** Takes a budget away; the configured one holds again. */
export async function removeBudget(options: BudgetWriting): Promise<void> {
  const { client } = options.context;
  const { entityRef } = await writableEntity(options);
  await client('cost_budget').where('entity_ref', entityRef).delete();
}

/** Who sets a group's budget may set that of every service in it. */
async function writableEntity(
  options: BudgetWriting,
): Promise<AskedEntity & { members: string[] }> {
  const { context, view, budgetable, ref } = options;
  const { client } = context;
  const entity = askedEntity(ref);
  const members = await findMembers({ client, scope: view.scope, entity });
  if (budgetable.kind === 'all') {
    return { ...entity, members };
  }
  const writable = client('service_index');
  applyMembers(writable, { entity, column: 'service_index.entity_ref' });
  const all: string[] = await writable.clone().pluck('entity_ref');
  applyServiceScope(writable, {
    scope: budgetable,
    column: 'service_index.entity_ref',
  });
  const own: string[] = await writable.pluck('entity_ref');
  if (own.length === 0 || own.length < all.length) {
    throw new NotAllowedError(
      `You may not set the budget of ${
        entity.entityRef
      }: ask for the permission 'cost.budget.write' for ${
        entity.isRollup ? 'all its services' : 'it'
      }`,
    );
  }
  return { ...entity, members };
}
