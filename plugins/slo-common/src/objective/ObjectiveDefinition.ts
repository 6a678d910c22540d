import type { TimeWindow } from '../window/TimeWindow';
import type { Budgeting } from './Budgeting';
import type { Indicator } from './Indicator';
import type { ObjectiveKey } from './ObjectiveKey';

/**
 * What one unit of `total` is: an event, or a slice of time.
 *
 * @public
 */
export type BudgetUnit = 'events' | 'slices';

/**
 * One objective, with all references resolved: what a metrics source needs to
 * measure it and the arithmetic needs to judge it.
 *
 * @public
 */
export interface ObjectiveDefinition extends ObjectiveKey {
  /** Ref of the service it measures (Component, System or API). */
  entityRef: string;
  /** For people; falls back to the document's name. */
  displayName: string;
  description?: string;
  /** Share of good units that is promised, 0 <= target < 1. */
  target: number;
  /** The target as the document writes it, in percent: `99.9`. */
  targetText: string;
  window: TimeWindow;
  budgeting: Budgeting;
  unit: BudgetUnit;
  indicator: Indicator;
  /** Name of the metrics source in app-config, `prometheus` by default. */
  source: string;
}

/**
 * One fault of a document or of an objective, with the place and the mend.
 *
 * @public
 */
export interface Fault {
  /** Where, as a JSON path from the document's root: `spec.objectives[0].target`. */
  path: string;
  /** What is wrong and how to mend it, in one sentence. */
  message: string;
  /**
   * `warning`: nothing is wrong with the document, but a part of it has no
   * effect. Absent: it is wrong.
   */
  severity?: 'warning';
}
