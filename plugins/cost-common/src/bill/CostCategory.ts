/**
 * What money is spent on, as pages group it. Made from FOCUS
 * `ServiceCategory` and `ServiceName`; `platform` is what is shared by all.
 *
 * @public
 */
export type CostCategory =
  | 'compute'
  | 'database'
  | 'cache'
  | 'network'
  | 'storage'
  | 'observability'
  | 'platform'
  | 'other';

/** In the order in which charts stack them. @public */
export const COST_CATEGORIES: readonly CostCategory[] = [
  'compute',
  'database',
  'cache',
  'network',
  'storage',
  'observability',
  'platform',
  'other',
];
