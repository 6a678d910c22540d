import type { BudgetAnswer } from '../observation/BudgetAnswer';
import type { Correction } from '../observation/Correction';
import type { Observation } from '../observation/Observation';
import type { Deployment } from './Deployment';
import type { Incident } from './Incident';

/** How facts are made; from `stability` in app-config. @public */
export interface FactRules {
  /** Environments that count as production: names or patterns with `*`. */
  production: string[];
  /**
   * Environments and what else senders call them: names, or patterns with `*`,
   * which name parts of it. `{ production: ['prod'] }`.
   */
  environmentAliases: Readonly<Record<string, readonly string[]>>;
  /** Seconds in which a deployment may still fail; 24 h by default. */
  verdictWindowSeconds: number;
  /** Runs of one version this close together are one deployment; 2 h. */
  batchGapSeconds: number;
  /** A canary stopped below this share of traffic was prevented; 0.5. */
  preventedBelowTraffic: number;
  /** Alerts that come back this soon are the same incident; 10 min. */
  reopenGapSeconds: number;
  /** Share of a budget whose burning speaks against a deployment; 0.02. */
  burnedShare: number;
}

/** All that is known about one service. @public */
export interface ServiceHistory {
  entityRef: string;
  observations: readonly Observation[];
  answers: readonly BudgetAnswer[];
  corrections: readonly Correction[];
}

/** All that follows from it. @public */
export interface ServiceFacts {
  /** Oldest first, by start, then id. */
  deployments: Deployment[];
  /** Oldest first. */
  incidents: Incident[];
  /** When the next verdict falls due without anything happening, ISO. */
  nextDueAt?: string;
}
