import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import type { BudgetUnit } from '@plimsoll/plugin-slo-common';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import type { ImpactDoubt } from './ImpactDoubt';
import type { ImpactSpans } from './impactSpans';
import type { RatioChange } from './RatioChange';

/** Nothing can be told, and why. @public */
export interface CannotTell {
  state: 'cannot-tell';
  reason: ImpactDoubt;
  /** Day on which it will be known, `2026-11-20`. */
  dueOn?: string;
}

/** What an objective is about. @public */
export type ObjectiveSubject = 'errors' | 'latency' | 'other';

/** What happened to one objective. @public */
export type ObjectiveImpact = {
  /** Its key. */
  ref: string;
  objective: string;
  displayName: string;
  target: number;
  targetText: string;
  unit: BudgetUnit;
  subject: ObjectiveSubject;
  /** Seconds of the steps in which it was measured. */
  stepSeconds: number;
} & (
  | CannotTell
  | {
      state: RatioChange['direction'];
      /** Of the share of bad units: errors, slow answers, bad slices. */
      change: RatioChange;
      /** Bad units there would have been at the share of before. */
      usualBad: number;
      /** Share of the whole budget that went while it was live. */
      burned?: number;
      /** The same without what would have gone as usual; may be negative. */
      burnedBeyondUsual?: number;
      /** Share of the budget that was left just before, and at the end. */
      remainingBefore?: number;
      remainingAfter?: number;
    }
);

/** What happened to the cost of a request. @public */
export type UnitCostImpact =
  | CannotTell
  | ({
      state: RatioChange['direction'];
      currency?: string;
    } & Pick<
      DeploymentCost,
      | 'unit'
      | 'per'
      | 'before'
      | 'after'
      | 'change'
      | 'perMonth'
      | 'pairs'
      | 'alternatives'
    >);

/** `GET /deployments/{id}/impact`: what a deployment did. @public */
export interface DeploymentImpact {
  deployment: Pick<
    Deployment,
    | 'id'
    | 'entityRef'
    | 'environment'
    | 'production'
    | 'type'
    | 'state'
    | 'version'
    | 'title'
    | 'url'
    | 'commitSha'
    | 'startedAt'
    | 'finishedAt'
    | 'detectedAt'
    | 'recoveredAt'
    | 'remediatedBy'
  > & {
    /** How many changes it was the first to ship. */
    changes: number;
    /** What ran before it, and what took its place. */
    previous?: { id: string; version?: string; liveAt?: string };
    next?: {
      id: string;
      version?: string;
      liveAt: string;
      type: Deployment['type'];
    };
    /** Seconds from live until something took its place; if it went live. */
    liveSeconds?: number;
  };
  verdict: Deployment['verdict'];
  evidence: Deployment['evidence'];
  /** Incidents that it is named as the cause of. */
  incidents: Array<
    Pick<
      Incident,
      | 'id'
      | 'label'
      | 'title'
      | 'state'
      | 'startedAt'
      | 'acknowledgedAt'
      | 'resolvedAt'
    >
  >;
  /** What was compared; absent where nothing could be. */
  spans?: ImpactSpans;
  /** The objective whose budget it took most of. */
  budget: ObjectiveImpact | CannotTell;
  /** Of the objectives on errors the one with most events. */
  errorRate: ObjectiveImpact | CannotTell;
  /** Of the objectives on latency the one that changed most. */
  latency: ObjectiveImpact | CannotTell;
  unitCost: UnitCostImpact;
  /** All that were asked, most burned first. */
  objectives: ObjectiveImpact[];
  /** ISO instant. */
  computedAt: string;
}
