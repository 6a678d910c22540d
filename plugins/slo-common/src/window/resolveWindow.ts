import { calendarBoundsAt } from './calendarGrid';
import type { TimeWindow } from './TimeWindow';
import { windowSeconds } from './windowSeconds';

/**
 * A window at one instant, in Unix seconds.
 *
 * @public
 */
export interface ResolvedWindow {
  /** Inclusive. */
  from: number;
  /** Exclusive: the instant it was resolved at. */
  to: number;
  /** End of the whole window: `to` of a rolling one, later of a calendar one. */
  fullTo: number;
}

/** The ledger's cells beyond three days are this long. */
const COARSE_CELL_SECONDS = 900;
const FINE_CELL_SECONDS = 300;
/** Windows up to this length lie within the ledger's fine cells. */
const FINE_REACH_SECONDS = 86_400;

/**
 * Where a window lies at an instant.
 *
 * A rolling window's start snaps to the nearest boundary of the ledger's cells
 * (15 minutes; 5 minutes for windows up to a day), so that no cell is ever
 * divided. A calendar window is cut in its zone.
 *
 * @param options.at - Unix seconds
 * @throws InputError when a calendar window's start or zone cannot be read
 * @public
 */
export function resolveWindow(options: {
  window: TimeWindow;
  at: number;
}): ResolvedWindow {
  const { window, at } = options;
  if (window.kind === 'calendar') {
    const bounds = calendarBoundsAt({ window, at });
    return { from: bounds.from, to: at, fullTo: bounds.to };
  }
  const seconds = windowSeconds(window.duration);
  const cell =
    seconds <= FINE_REACH_SECONDS ? FINE_CELL_SECONDS : COARSE_CELL_SECONDS;
  return {
    from: Math.round((at - seconds) / cell) * cell,
    to: at,
    fullTo: at,
  };
}
