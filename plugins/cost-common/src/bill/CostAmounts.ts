import type { NanoUnits } from '../money/nanoUnits';

/**
 * The four sums that a bill knows of one charge (FOCUS, "Cost and Usage").
 * They answer different questions and are never mixed in one sum.
 *
 * @public
 */
export interface CostAmounts {
  /** What the invoice says. */
  billed: NanoUnits;
  /** Purchases spread over what they pay for. */
  effective: NanoUnits;
  /** Negotiated price, before commitments. */
  contracted: NanoUnits;
  /** Public price. */
  list: NanoUnits;
}

/** @public */
export type CostMetric = keyof CostAmounts;

/** In the order in which pages offer them. @public */
export const COST_METRICS: readonly CostMetric[] = [
  'effective',
  'billed',
  'contracted',
  'list',
];
