import type { Saving, SavingKind } from '../api/responses';
import { formatAmount } from '../money/formatAmount';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import { RemainingCost } from './RemainingCost';
import type { SavableCost, SavingDraft } from './SavingDraft';

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
  currency: string;
}

/**
 * Applies savings one after the other, each to what those before it leave, so
 * that together they never come to more than the cost. What is held back comes
 * last and takes nothing from the others: its figure is what it would add.
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
  const { currency } = options;
  const remaining = new RemainingCost(options.costs);
  const savings: Saving[] = [];
  for (const draft of [...options.drafts].sort(byApplication)) {
    const {
      category,
      resourceId,
      subAccount,
      base,
      realisableAtMost,
      ...rest
    } = draft;
    const theoretical = base < rest.theoretical ? base : rest.theoretical;
    savings.push({
      ...rest,
      realisable: formatAmount(remaining.take(draft)),
      theoretical: formatAmount(theoretical < 0n ? 0n : theoretical),
      currency,
      order: savings.length + 1,
    });
    yield;
  }
  return savings;
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
