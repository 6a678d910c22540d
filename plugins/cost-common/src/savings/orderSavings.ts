import type { Saving, SavingKind } from '../api/responses';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import { RemainingCost } from './RemainingCost';
import type { AccountCost, SavableCost, SavingDraft } from './SavingDraft';

/**
 * First what is not needed at all, then less of what is, then cheaper machines
 * for it, and only then a commitment to what is left.
 */
const ORDER: readonly SavingKind[] = [
  'idle',
  'right-size',
  'spot',
  'commitment',
  'storage-lifecycle',
];

/** @see orderSavings @public */
export interface OrderSavingsOptions {
  drafts: readonly SavingDraft[];
  costs: readonly SavableCost[];
  /**
   * Machines that commitments may cover; of an account that is not here, those
   * that its commitment covers.
   */
  accounts?: readonly AccountCost[];
  currency: string;
}

/**
 * Applies savings one after the other, each to what those before it leave, so
 * that together they never come to more than the cost, of no service and no
 * account. What a service can save depends on its own cost and savings alone;
 * what is of no single service is applied to what all of them leave. What is
 * held back comes last and takes nothing from the others: its figure is what it
 * would add to its service's.
 *
 * @returns in order of application
 * @public
 */
export function orderSavings(options: OrderSavingsOptions): Saving[] {
  return finishTurns(orderSavingsInTurns(options));
}

/** The same, a saving in a step. @public */
export function* orderSavingsInTurns(
  options: OrderSavingsOptions,
): Turns<Saving[]> {
  const { costs, accounts = [], currency } = options;
  const remaining = new RemainingCost({ costs, accounts });
  const drafts = [...options.drafts].sort(byApplication);
  const values = new Map<SavingDraft, NanoUnits>();
  // services first, so that nothing of theirs depends on others
  for (const draft of [...drafts].sort(ownFirst)) {
    values.set(draft, remaining.take(draft));
    yield;
  }
  return drafts.map((draft, index) => ({
    ...savingOf(draft),
    realisable: formatAmount(values.get(draft) ?? 0n),
    currency,
    order: index + 1,
  }));
}

function savingOf(
  draft: SavingDraft,
): Omit<Saving, 'realisable' | 'currency' | 'order'> {
  const {
    category: _category,
    resourceId: _resourceId,
    part: _part,
    subAccount: _subAccount,
    accounts: _accounts,
    sharesMachines: _sharesMachines,
    realisableAtMost: _realisableAtMost,
    base,
    theoretical,
    ...saving
  } = draft;
  const most = base < theoretical ? base : theoretical;
  return { ...saving, theoretical: formatAmount(most < 0n ? 0n : most) };
}

/** Keeps the order otherwise. */
function ownFirst(a: SavingDraft, b: SavingDraft): number {
  const rankOf = (draft: SavingDraft) =>
    isHeldBack(draft) ? 2 : Number(draft.entityRef === undefined);
  return rankOf(a) - rankOf(b);
}

function byApplication(a: SavingDraft, b: SavingDraft): number {
  return (
    Number(isHeldBack(a)) - Number(isHeldBack(b)) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    Number(b.theoretical - a.theoretical > 0n) -
      Number(b.theoretical - a.theoretical < 0n) ||
    (a.id < b.id ? -1 : 1)
  );
}

function isHeldBack({ guard }: SavingDraft): boolean {
  return guard.state === 'held-back';
}
