import type { CostStep } from './CostStep';
import type { StepCandidate } from './StepCandidate';

/** A change that one of the deployments made, or the turn of a month. */
export interface FoundStep extends StepCandidate, CostStep {
  /** Weekdays that were compared. */
  pairs: number;
  /** Other days that explain it as well. */
  alternatives: readonly number[];
}

/** Why no deployment is named though days differ. */
export type StepDoubt =
  | 'turn-of-month'
  | 'not-beside'
  | 'earlier-change'
  | 'little-before';
