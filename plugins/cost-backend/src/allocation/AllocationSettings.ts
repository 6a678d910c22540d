import type { AllocationRule, SharedPool } from '@plimsoll/plugin-cost-common';

/** What app-config says of whose a charge is. */
export interface AllocationSettings {
  /** Tags in the order in which they are tried. */
  tags: readonly string[];
  /** Labels of pods in the order in which they are tried, sanitised. */
  labels?: readonly string[];
  rules: readonly AllocationRule[];
  pools: readonly SharedPool[];
  /** ISO 4217: what is shown where a bill has several, or there is none. */
  currency: string;
}
