import type { SourceStatus } from '../api/responses';
import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';
import type { LeftOutReason, RollupSum } from './RollupSum';

/**
 * The objectives of several services in one answer. Everything in it sees what
 * the caller may see, no more.
 *
 * @public
 */
export interface ObjectiveRollup {
  /** How many objectives there are. */
  objectives: number;
  stateCounts: Record<SloState, number>;
  /** Absent where there is no objective. */
  worstState?: SloState;
  /**
   * Least budget left of all whose budget is known now, a ratio that is never
   * clamped; the projected one of calendar windows.
   */
  leastRemaining?: number;
  services: RollupServices;
  /** The worst objectives, or the worst one of each service; worst first. */
  worst: ObjectiveStatus[];
  sources: SourceStatus[];
  /** ISO instant of the oldest evaluation; absent before the first. */
  evaluatedAt?: string;
}

/** Services behind a roll-up. @public */
export interface RollupServices {
  /** Components, and Systems and APIs that have an objective of their own. */
  total: number;
  withObjective: number;
  /** Components without one. */
  withoutObjective: number;
  /** Refs of the first 20 of these, sorted. */
  without: string[];
}

/**
 * Answer of `GET /api/slo/rollup`: what a System, a Domain or a Group stands
 * for.
 *
 * @public
 */
export interface SloRollup extends ObjectiveRollup {
  entityRef: string;
  /** Weighted indicators, the one that says most first. */
  sums: RollupSum[];
  /** Objectives that are in none of them. */
  leftOut: Array<{ reason: LeftOutReason; objectives: number }>;
}

/**
 * Query of `GET /api/slo/rollup`.
 *
 * @public
 */
export interface RollupRequest {
  /** Of a System, Domain, Group, or of a single service; not of a User. */
  entityRef: string;
  /** Objectives in `worst`, 1..100, 6 by default. */
  limit?: number;
  /** `service`: `worst` has no more than one objective of a service. */
  each?: 'objective' | 'service';
}

/**
 * Query of `GET /api/slo/rollup/mine`: the services that the caller's groups,
 * or the caller, own. It filters services and says nothing of a person, so that
 * it has no weighted indicator.
 *
 * @public
 */
export type MyRollupRequest = Pick<RollupRequest, 'limit' | 'each'>;
