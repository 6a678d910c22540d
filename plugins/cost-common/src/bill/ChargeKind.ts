/**
 * What a charge is: FOCUS `ChargeCategory`. A refund is a negative `usage`,
 * `purchase` or `adjustment` of an earlier invoice, or says so itself; pages
 * show it as a line of its own.
 *
 * @public
 */
export type ChargeKind =
  | 'usage'
  | 'purchase'
  | 'tax'
  | 'credit'
  | 'refund'
  | 'adjustment';

/** @public */
export const CHARGE_KINDS: readonly ChargeKind[] = [
  'usage',
  'purchase',
  'tax',
  'credit',
  'refund',
  'adjustment',
];
