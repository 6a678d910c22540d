import { Pace } from '@plimsoll/plugin-database';

/**
 * Milliseconds. Lanes evaluate side by side for a quarter of each minute, and
 * one answer to a reader takes several turns.
 */
const SLICE_MS = 3;

/** How evaluations share the thread with those who read meanwhile. */
export function briefPace(): Pace {
  return Pace.create({ sliceMs: SLICE_MS });
}
