import type { SloState } from '@plimsoll/plugin-slo-common';
import type { CostBudget } from '@plimsoll/plugin-cost-common';
import type { LastDeployment, OpenIncident } from '../lenses/StabilityLens';

/** Budget left below which a service is running out, share. @public */
export const LOAD_LINE = 0.2;

/** Is it all right. Of the kinds, the first that holds. @public */
export type HealthFact = {
  kind: /** An incident is open. */
  | 'failing'
    | 'exhausted'
    | 'burning'
    /** Below the load line, or the forecast sees the end of the budget. */
    | 'running-out'
    | 'holding'
    /** Objectives, none of which has a number; `state` says why. */
    | 'cannot-tell'
    | 'no-traffic'
    | 'no-objective'
    /** The lens never answered or is hidden. */
    | 'not-known';
  state?: SloState;
  /** Of the worst objective. */
  objective?: string;
  /** Share of the budget that is left; negative when overspent. */
  remaining?: number;
  /** When the budget will be gone at this rate, ISO instant. */
  exhaustedAt?: string;
  incident?: Pick<OpenIncident, 'id' | 'label' | 'title' | 'startedAt'>;
};

/** What changed last. @public */
export type ChangeFact =
  | { kind: 'not-known' | 'never-deployed' }
  | {
      kind: 'deployed' | 'under-way';
      deploymentId: string;
      version?: string;
      /** When it went live, or began; ISO instant. */
      at: string;
      verdict: LastDeployment['verdict']['name'];
      suspected: boolean;
      /** When its verdict falls due, ISO instant. */
      verdictDueAt?: string;
      /** The open incident names it as its cause. */
      isSuspectOfIncident: boolean;
    };

/** What it costs. @public */
export type CostFact =
  | { kind: 'not-known' | 'no-cost' }
  | {
      kind: 'month-to-date';
      /** Decimal text. */
      amount: string;
      currency: string;
      /** Absent where no budget is set. */
      budget?: CostBudget['state'];
      completeTo?: string;
    };

/** The facts of the line that opens every service page; words are the page's. @public */
export interface VerdictLine {
  health: HealthFact;
  change: ChangeFact;
  cost: CostFact;
}
