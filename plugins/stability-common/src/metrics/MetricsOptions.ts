import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { BandSet } from './bands/BandSet';
import type { MetricName } from './MetricFigure';

/** What metrics are computed from. @public */
export interface MetricsOptions {
  /**
   * Of one service or of many: those of the window, and those that they
   * remediate. More do no harm.
   */
  deployments: readonly Deployment[];
  incidents: readonly Incident[];
  /** ISO instants; `to` is exclusive. */
  from: string;
  to: string;
  /** ISO instant. */
  now: string;
  /** In the unit of each metric. */
  targets?: Partial<Record<MetricName, number>>;
  /** Bands to sort figures into; none by default. */
  bands?: BandSet;
  /** Name of one environment; all that count as production by default. */
  environment?: string;
}
