import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { Week } from './weeksOf';

/** What lies in the window, batches and shared incidents once. Times in ms. */
export interface MetricScope {
  from: number;
  /** Exclusive, and never later than now. */
  to: number;
  now: number;
  /** The ISO weeks of the window, in order. */
  weeks: Week[];
  /** By the instant at which they went live or ended. */
  deployments: Deployment[];
  /** By start. */
  incidents: Incident[];
  /** The instant a deployment belongs to, in ms: live or ended, else begun. */
  liveAt(deployment: Deployment): number;
  /** Anything known, by id, also from outside the window. */
  deploymentOf(id: string | undefined): Deployment | undefined;
  /** All incidents of the environment that are not over. */
  openIncidents: number;
  /** Incidents held against a deployment. */
  causedBy(id: string): Incident[];
}
