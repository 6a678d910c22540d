import type { StatusCorrections } from '../corrections/StatusCorrections';
import type {
  BudgetUnit,
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type { RuleOrigin } from '../objective/RuleOrigin';
import type { TimeWindow } from '../window/TimeWindow';
import type { BurnRates, BurnWindow } from './BurnRates';
import type { SloState } from './SloState';

/**
 * The error budget of one window. Ratios are never clamped: `remaining` is
 * negative when the budget is overspent. Numbers are absent where they are not
 * known, never zero.
 *
 * @public
 */
export interface ErrorBudget {
  /** `1 - consumed`. */
  remaining?: number;
  /** `bad / ((1 - target) * total)`. */
  consumed?: number;
  bad?: number;
  total?: number;
  /** `(1 - target) * total`. */
  allowed?: number;
}

/**
 * A calendar window's budget against the whole window's expected volume:
 * elapsed plus the remaining time at the mean of the last four weeks' same
 * weekdays.
 *
 * @public
 */
export interface ProjectedBudget extends ErrorBudget {
  /** Expected total of the whole window; `total` and `allowed` speak of it. */
  expectedTotal: number;
  basis: ProjectionBasis;
}

/**
 * What a projection rests on.
 *
 * - `same-weekday`: the mean of the last four weeks' same weekdays
 * - `all-days`: some weekday was not measured, so the mean of all measured days
 * - `so-far`: no day before today was measured, so the window's rate so far
 *
 * @public
 */
export type ProjectionBasis = 'same-weekday' | 'all-days' | 'so-far';

/**
 * When the budget will be gone.
 *
 * - `exhausted`: it is gone already
 * - `at`: at the rate of `window`, on that instant
 * - `not-in-sight`: at the rate of `window` the budget lasts
 * - `unknown`: not enough was measured
 *
 * @public
 */
export type Forecast =
  | { kind: 'exhausted' }
  | { kind: 'at'; at: string; burnRate: number; window: BurnWindow }
  | { kind: 'not-in-sight'; burnRate: number; window: BurnWindow }
  | { kind: 'unknown' };

/** Why an objective is in its state, for people. @public */
export interface StateReason {
  /** Key of a sentence in the front end's translations. */
  code:
    | 'budget-left'
    | 'budget-spent'
    | 'burn-pair'
    | 'source-down'
    /** Only in front ends, of what they could not read again. */
    | 'not-refreshed'
    | 'source-missing'
    | 'faulty'
    | 'series-absent'
    | 'never-measured'
    | 'too-few-events'
    | 'window-not-covered'
    | 'window-has-gaps'
    /** Corrections exclude all of the window. */
    | 'window-excluded'
    | 'not-judged'
    | 'no-events';
  /** What the sentence is filled with. */
  params?: Record<string, string | number>;
}

/**
 * One objective as lists show it (`GET /api/slo/objectives`).
 *
 * @public
 */
export interface ObjectiveStatus extends ObjectiveKey {
  entityRef: string;
  displayName: string;
  description?: string;
  /** Refs of the groups or users that own the service. */
  owners: string[];
  /** Ref of the system that the service belongs to. */
  system?: string;
  target: number;
  targetText: string;
  window: TimeWindow;
  unit: BudgetUnit;
  /**
   * Kind of objective, for filters; absent where the document's indicator
   * cannot be found.
   */
  indicatorKind?: ObjectiveDefinition['indicator']['kind'];
  budgeting: ObjectiveDefinition['budgeting']['method'];
  /** Length of a slice, where slices of time are counted. */
  sliceSeconds?: number;
  /** `1 - bad / total` over the window; absent where nothing was measured. */
  sli?: number;
  state: SloState;
  reason: StateReason;
  budget: ErrorBudget;
  /** Only for calendar windows. */
  projected?: ProjectedBudget;
  burnRates: BurnRates;
  forecast: Forecast;
  /** Share of the window that was measured, 0..1; excluded time left out. */
  coverage: number;
  /**
   * Set where corrections reach into the window. All other figures, the state
   * among them, are without what these exclude.
   */
  corrections?: StatusCorrections;
  /** good > total was seen in this window: the two series are out of step. */
  inconsistent: boolean;
  /** Bounds of the window that `budget` speaks of, ISO instants. */
  windowFrom?: string;
  windowTo?: string;
  /** ISO instant of the last evaluation; absent before the first. */
  evaluatedAt?: string;
  /** ISO instant up to which the ledger is filled; absent without data. */
  dataUpTo?: string;
  /** Name of the metrics source. */
  source: string;
  /**
   * The tool whose recorded rules it is read from; absent for a document of the
   * catalog. Such an objective can only be read here.
   */
  origin?: RuleOrigin;
  /** True when the source says that its data are made up ("demo data"). */
  demo: boolean;
  /**
   * Faults of reference and of the query; the state is then `no-data`. Only a
   * service that the catalog does not know is a fault that does not stop the
   * measurement.
   */
  faults: Fault[];
  /** Remaining budget at 30 points over the last 30 days; gaps are null. */
  trend: Array<number | null>;
}
