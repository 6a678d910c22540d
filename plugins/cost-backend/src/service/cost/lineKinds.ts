import { CHARGE_KINDS, type ChargeKind } from '@plimsoll/plugin-cost-common';

/**
 * Charges that are a line of their own beside the categories: they are spent
 * on nothing.
 */
export const LINE_KINDS: readonly ChargeKind[] = CHARGE_KINDS.filter(
  kind => kind !== 'usage' && kind !== 'purchase',
);

/** Whether a charge belongs to a category, rather than to a line. */
export function isSpending(charge: { kind: ChargeKind }): boolean {
  return !LINE_KINDS.includes(charge.kind);
}
