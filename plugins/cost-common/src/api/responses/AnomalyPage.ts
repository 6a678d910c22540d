import type { CostAnomaly } from './CostAnomaly';
import type { ProvenPage } from './ProvenPage';

/** A page of anomalies. @public */
export interface AnomalyPage extends ProvenPage<CostAnomaly> {
  /**
   * First day since which days were judged: of those before it nobody knows
   * whether they were out of the ordinary.
   */
  judgedFrom?: string;
}
