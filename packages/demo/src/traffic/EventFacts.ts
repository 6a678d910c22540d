import type { Episode } from '../stories/Episode';
import type { Quantile } from './LatencyCurve';

/** What is known about one kind of event of one service. */
export interface EventFacts {
  /** On an average day of the week. */
  eventsPerDay: number;
  /** Share that fails on an ordinary day, 0..1. */
  failing: number;
  /** How long they take; without it the service exports no histogram. */
  latency?: readonly Quantile[];
  /** When it is not its usual self. */
  episodes?: readonly Episode[];
}
