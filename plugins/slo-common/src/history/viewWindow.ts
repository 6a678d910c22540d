import type { HistoryView } from '../api/responses';
import { calendarBoundsAt } from '../window/calendarGrid';
import type { TimeWindow } from '../window/TimeWindow';
import { resolveWindow, type ResolvedWindow } from '../window/resolveWindow';
import { windowSeconds } from '../window/windowSeconds';

/** Which window a point of a history belongs to. */
export interface ViewWindowOptions {
  window: TimeWindow;
  view: HistoryView;
  /** Unix seconds of the point; it speaks for the time before it. */
  at: number;
  /**
   * Unix seconds that the tiles of a rolling objective's calendar view end at:
   * the end of the history.
   */
  end: number;
}

/**
 * The window that a point of a history looks at.
 *
 * In the rolling view it reaches back from the point by the window's nominal
 * length. In the calendar view it starts where the point's window starts: the
 * calendar window of a calendar objective; for a rolling objective the tile
 * `[end - n * W, end - (n - 1) * W)`, "since the window's start". A point on a
 * boundary belongs to the window that ends there.
 *
 * @public
 */
export function viewWindow(options: ViewWindowOptions): ResolvedWindow {
  const { window, view, at, end } = options;
  const { duration } = window;
  if (view === 'rolling') {
    return resolveWindow({ window: { kind: 'rolling', duration }, at });
  }
  if (window.kind === 'calendar') {
    const bounds = calendarBoundsAt({ window, at: at - 1 });
    return { from: bounds.from, to: at, fullTo: bounds.to };
  }
  const seconds = windowSeconds(duration);
  const tiles = Math.floor((end - at) / seconds);
  const fullTo = end - tiles * seconds;
  return { from: fullTo - seconds, to: at, fullTo };
}
