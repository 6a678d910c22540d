import type { Amount } from './Amount';

/** `GET .../explain?figure=`, of a service or of the overview. @public */
export interface CostExplanation {
  figure: string;
  value?: Amount;
  formula: string;
  inputs: Array<{ name: string; value: string }>;
  /** Where each came from, and when it was read. */
  sources: Array<{ name: string; detail: string; readAt?: string }>;
  definition: string;
}
