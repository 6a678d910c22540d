import {
  HELD_BACK_REASONS,
  type HeldBackReason,
  type Saving,
} from '@plimsoll/plugin-cost-common';
import type { RemainingBudget, ServiceBudgets } from '../readErrorBudgets';
import type { SavingsSettings } from '../readSavingsSettings';
import type { MachineAccounts, SavingFacts } from '../SavingFacts';

/** What all savings are worked out from. */
export interface DraftContext {
  settings: SavingsSettings;
  facts: SavingFacts;
  accounts: MachineAccounts;
  /** Error budgets by ref; unset while they cannot be read. */
  budgets?: ReadonlyMap<string, ServiceBudgets>;
  /** Tier by ref, `1` is the most critical. */
  tiers: ReadonlyMap<string, string>;
}

/**
 * The budget that a change must not spend: what users see, and for a risky
 * change also how safely the service changes and recovers. Or why none is
 * known.
 */
export function budgetFor(
  { budgets }: DraftContext,
  entityRef: string,
  risk: Saving['risk'],
): { budget: RemainingBudget } | { whyNone: HeldBackReason } {
  if (!budgets) {
    return { whyNone: HELD_BACK_REASONS.unknownBudget };
  }
  const { requests, tightest, isBlind, isWaiting } =
    budgets.get(entityRef) ?? {};
  const budget = risk === 'high' ? tightest : requests;
  // what nobody sees may be spent already, whatever is left of the others
  if (budget && !isBlind) {
    return { budget };
  }
  return {
    whyNone: isWaiting
      ? HELD_BACK_REASONS.notMeasured
      : HELD_BACK_REASONS.noObjective,
  };
}
