import type { BurnPair, RefusedBurnPair } from '../burnRate/burnPairs';
import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import type { ErrorBudget, ProjectedBudget } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';
import type { TimeWindow } from '../window/TimeWindow';

/** One time that an alert would have gone off. @public */
export interface SimulatedEpisode {
  severity: BurnPair['severity'];
  /** ISO instant at which it would have begun. */
  from: string;
  /** ISO instant at which it would have ended; absent while it goes on. */
  to?: string;
  /** The most severe pair of windows that burned when it began. */
  pair: Pick<BurnPair, 'long' | 'short' | 'factor'>;
}

/** How often an alert would have gone off. @public */
export interface SimulatedAlerts {
  /**
   * Times that it would have begun. One that ends and begins again counts
   * twice, as it calls twice.
   */
  count: number;
  /** How long it would have been on, in seconds. */
  seconds: number;
  /**
   * Further stretches in which it may have gone off, and the buckets of that
   * time are too long to tell.
   */
  undecided: number;
  /**
   * The smallest share of bad units, 0..1, that sets it off when it lasts for a
   * whole long window, at the mean traffic of the span. Absent where not even an
   * outage would.
   */
  detectable?: number;
}

/** What one target would have meant. @public */
export interface SimulatedTarget {
  /** 0 <= target < 1. */
  target: number;
  /** The state that the objective would be in at the end of the span. */
  state: SloState;
  /** Over the window that ends with the span. */
  budget: ErrorBudget;
  /** Of a calendar window that is not over: against what it is expected to hold. */
  projected?: ProjectedBudget;
  /**
   * The least that was left at any time of the span at which the window was
   * measured well enough to judge it.
   */
  worst?: { remaining: number; at: string };
  /** Seconds of the span without any budget left. */
  exhaustedSeconds: number;
  /** Seconds of the span at which the budget could be judged at all. */
  judgedSeconds: number;
  pages: SimulatedAlerts;
  tickets: SimulatedAlerts;
  /** The newest hundred, oldest first. */
  episodes: SimulatedEpisode[];
  /** Pairs of windows that make no sense for this target. */
  refusedPairs: RefusedBurnPair[];
  /** Seconds that a full outage may last in 30 days, with even traffic. */
  outageSecondsAMonth: number;
}

/**
 * How a pair of windows could be replayed: a window can be summed where it
 * consists of whole buckets, and those get longer with age.
 *
 * @public
 */
export interface PairReplay
  extends Pick<BurnPair, 'severity' | 'long' | 'short'> {
  /** ISO instants, oldest first. */
  stretches: Array<{
    from: string;
    to: string;
    /**
     * Seconds between two looks; an alert that is shorter may be missed. Absent:
     * the pair could not be replayed there.
     */
    everySeconds?: number;
  }>;
}

/** What targets would have meant over a span of the past. @public */
export interface TargetSimulation {
  /** ISO instants: the span that was replayed. */
  from: string;
  to: string;
  /** Share of the span that was measured, 0..1. */
  coverage: number;
  /** Share of the window that ends with the span that was measured, 0..1. */
  windowCoverage: number;
  window: TimeWindow;
  unit: BudgetUnit;
  /** Bad units that the long window of a pair needs before it fires. */
  minBad: number;
  /** In the order of the question. */
  targets: SimulatedTarget[];
  /** Pairs of windows that at least one of the targets goes by. */
  replays: PairReplay[];
}

/** Questions about one objective. @public */
export interface SimulationRequest {
  /** One to ten, 0 <= target < 1 each. */
  targets: number[];
  /** A rolling window instead of the objective's own: `28d`. */
  window?: string;
  /**
   * Days of the span, 30 by default: up to 90 from the ledger, up to 30 from
   * a metrics source.
   */
  days?: number;
}

/** The same of a document that is not in the catalog. @public */
export interface DocumentSimulationRequest extends SimulationRequest {
  /** OpenSLO documents, YAML or JSON. */
  text: string;
  /** Name of the objective; the first one by default. */
  objective?: string;
}

/** What a simulation rests on. @public */
export interface SimulationBasis {
  /** `ledger`: what the portal has kept; `query`: asked of the source just now. */
  kind: 'ledger' | 'query';
  /** Name of the metrics source. */
  source: string;
  /** Its data are made up. */
  demo: boolean;
  /** Requests that were sent to the source. */
  queries?: number;
  /** Why less than the span was read. */
  cut?: 'time' | 'queries';
}

/** Answer of both simulations. @public */
export interface SimulationAnswer extends TargetSimulation {
  /** Name of the objective. */
  displayName: string;
  /** Ref of the service. */
  entityRef: string;
  /** The target that the objective has now. */
  currentTarget: number;
  /** Names of all objectives of the documents, where documents were given. */
  objectives?: string[];
  basis: SimulationBasis;
}
