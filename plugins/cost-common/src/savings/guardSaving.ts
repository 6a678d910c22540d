import type { Saving, SavingKind } from '../api/responses';

/** Error budget that must be left, by what the change risks; ratios. */
const BUDGET_NEEDED: Record<Saving['risk'], number> = {
  low: 0.25,
  medium: 0.5,
  high: 0.75,
};

/** Those that change how a service runs. */
const TOUCHES_RELIABILITY: ReadonlySet<SavingKind> = new Set([
  'right-size',
  'spot',
]);

/** Why a saving is held back. @public */
export const HELD_BACK_REASONS = {
  noObjective: 'no-objective',
  /** It has objectives, of which none has been measured enough yet. */
  notMeasured: 'not-measured',
  /** Budgets cannot be read now. */
  unknownBudget: 'unknown-budget',
  lowBudget: 'low-budget',
} as const;

/** @public */
export type HeldBackReason =
  (typeof HELD_BACK_REASONS)[keyof typeof HELD_BACK_REASONS];

/**
 * Whether a saving may be made now: only while error budget remains, the more
 * the riskier. What does not touch how the service runs needs none. A service
 * without an objective cannot show that it bears a cut, so it is held back.
 *
 * @public
 */
export function guardSaving(options: {
  kind: SavingKind;
  risk: Saving['risk'];
  /** Of the tightest objective: ratio of its budget that is left. */
  budget?: { remaining: number; objective: string };
  /** Why there is none; that no objective watches the service by default. */
  whyNone?: HeldBackReason;
}): Saving['guard'] {
  const { kind, risk, budget, whyNone } = options;
  if (!TOUCHES_RELIABILITY.has(kind)) {
    return { state: 'none' };
  }
  if (!budget) {
    return {
      state: 'held-back',
      reason: whyNone ?? HELD_BACK_REASONS.noObjective,
    };
  }
  const { remaining, objective } = budget;
  return remaining >= BUDGET_NEEDED[risk]
    ? { state: 'allowed', budgetRemaining: remaining, objective }
    : {
        state: 'held-back',
        reason: HELD_BACK_REASONS.lowBudget,
        budgetRemaining: remaining,
        objective,
      };
}
