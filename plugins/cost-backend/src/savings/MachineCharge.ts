import type { NanoUnits } from '@plimsoll/plugin-cost-common';

/** What a virtual machine cost on a day. */
export interface MachineCharge {
  resourceId: string;
  subAccount: string;
  /** Ref of whom the machine belongs to alone. */
  entityRef?: string;
  /** UTC day, `2026-11-17`. */
  day: string;
  effective: NanoUnits;
  /** Hours that it ran; unset where the bill does not count in hours. */
  hours?: number;
  /** FOCUS `PricingCategory`, lower case. */
  pricing?: string;
  /** Whether a commitment covers it. */
  isCommitted: boolean;
}
