import type { ObjectiveStatus, SloState } from '@plimsoll/plugin-slo-common';

/** The worst objective, as far as lists show it. @public */
export type WorstObjective = Pick<
  ObjectiveStatus,
  | 'ref'
  | 'objective'
  | 'displayName'
  | 'target'
  | 'targetText'
  | 'window'
  | 'unit'
  | 'state'
  | 'reason'
  | 'budget'
  | 'forecast'
  | 'coverage'
  | 'trend'
  | 'evaluatedAt'
  | 'dataUpTo'
  | 'demo'
>;

/** What the SLO plugin says of a service. @public */
export interface ReliabilityLens {
  /** 0: nobody promised anything. */
  objectives: number;
  stateCounts: Partial<Record<SloState, number>>;
  worst?: WorstObjective;
  /** ISO instant; absent where the service has no objective and never had. */
  changedAt?: string;
}
