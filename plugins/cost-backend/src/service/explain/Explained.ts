import type { CostExplanation } from '@plimsoll/plugin-cost-common';

/** What is told of one figure, before its name and its sources. */
export type Explained = Pick<
  CostExplanation,
  'value' | 'formula' | 'inputs' | 'definition'
>;
