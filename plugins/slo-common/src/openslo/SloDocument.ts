import type { ThresholdOperator } from '../objective/Indicator';
import type { AlertPolicyEntry } from './AlertPolicyDocument';
import type { OpenSloEnvelope, OpenSloMetadata } from './OpenSloDocument';
import type { SliSpec } from './SliDocument';

/** @public */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/** An SLI written inside its SLO. @public */
export interface InlineIndicator {
  metadata: OpenSloMetadata;
  spec: SliSpec;
}

/** @public */
export interface SloTimeWindow {
  /** OpenSLO's shorthand: `30d`, `1M`. */
  duration: string;
  isRolling: boolean;
  /** Present exactly when `isRolling` is false. */
  calendar?: {
    /** `YYYY-MM-DD HH:MM:SS`, local in `timeZone`. */
    startTime: string;
    /** IANA name. */
    timeZone: string;
  };
}

/** @public */
export interface SloObjective {
  displayName?: string;
  /** Only for threshold metrics. */
  op?: ThresholdOperator;
  /** Only for threshold metrics, in the metric's own unit. */
  value?: number;
  /** 0 <= target < 1; exactly one of `target` and `targetPercent` is set. */
  target?: number;
  /** 0 <= targetPercent < 100. */
  targetPercent?: number;
  /** Share of good units that makes a slice good, 0 < share <= 1. */
  timeSliceTarget?: number;
  /** OpenSLO's shorthand, or a number of minutes. */
  timeSliceWindow?: string | number;
  indicator?: InlineIndicator;
  indicatorRef?: string;
  compositeWeight?: number;
}

/** @public */
export interface SloSpec {
  description?: string;
  /** Name of a component, or ref of a Component, System or API. */
  service: string;
  indicator?: InlineIndicator;
  indicatorRef?: string;
  /** Exactly one. */
  timeWindow: SloTimeWindow[];
  budgetingMethod: BudgetingMethod;
  /** At least one. */
  objectives: SloObjective[];
  alertPolicies?: AlertPolicyEntry[];
}

/** @public */
export type SloDocument = OpenSloEnvelope<'SLO', SloSpec>;
