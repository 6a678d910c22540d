import type { TimeWindow } from '../window/TimeWindow';

/**
 * What is added up.
 *
 * - `events`: what a ratio counts, for instance requests
 * - `readings`: samples of a value or of a ready-made ratio; how many there are
 *   says how often was looked, not how much happened
 * - `slices`: stretches of time
 *
 * @public
 */
export type RollupUnit = 'events' | 'readings' | 'slices';

/**
 * Names what may be added up: one unit over one window. Objectives with
 * another of either are never in the same sum.
 *
 * @public
 */
export interface SumKey {
  unit: RollupUnit;
  /** Only of slices: how they are judged, and how long one is, in seconds. */
  slices?: { method: string; seconds: number };
  window: SumWindow;
}

/**
 * A window as far as it tells sums apart. A rolling one ends now; a calendar
 * one has its bounds, ISO instants.
 *
 * @public
 */
export type SumWindow =
  | Extract<TimeWindow, { kind: 'rolling' }>
  | (Omit<Extract<TimeWindow, { kind: 'calendar' }>, 'startTime'> & {
      from: string;
      to: string;
    });

/**
 * The weighted indicator of all objectives with one {@link SumKey}: each weighs
 * as much as it counted. An event that several objectives judge counts once for
 * each of them.
 *
 * @public
 */
export interface RollupSum extends SumKey {
  objectives: number;
  /** Services that these objectives measure. */
  services: number;
  bad: number;
  good: number;
  total: number;
  /** `good / total`, 0..1; absent without events. */
  sli?: number;
  /** Share of the window that was measured, 0..1: the least of all. */
  coverage: number;
  /**
   * Set where corrections take time out of some of the objectives: of how many,
   * and the sum of all that was measured.
   */
  corrected?: RawRollupSum;
}

/** A sum with nothing taken out. @public */
export interface RawRollupSum {
  /** Objectives of the sum that are corrected. */
  objectives: number;
  bad: number;
  total: number;
  /** `1 - bad / total`, 0..1; absent without events. */
  sli?: number;
}

/**
 * Why an objective is in no sum.
 *
 * - `stale`: its source is down, so that its window ended some time ago
 * - `not-measured`: there is nothing to add
 * - `warming-up`: it was measured for a part of the window only
 * - `out-of-step`: more bad events than events, or fewer than none, were counted
 *
 * @public
 */
export const LEFT_OUT_REASONS = [
  'stale',
  'not-measured',
  'warming-up',
  'out-of-step',
] as const;

/** @public */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
