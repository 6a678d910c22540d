import type { HistoryView } from '../api/responses';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { TimeWindow } from '../window/TimeWindow';
import { viewWindow } from './viewWindow';

const HOUR_SECONDS = 3_600;

/**
 * Which buckets `historyPoints` needs: back to the start of the first point's
 * window, and on to the end of the last point's window as far as it has passed.
 *
 * @param options.from - Unix seconds, start of the history
 * @param options.to - Unix seconds, end of the history
 * @param options.now - Unix seconds
 * @public
 */
export function historyLedgerRange(options: {
  window: TimeWindow;
  view: HistoryView;
  from: number;
  to: number;
  now: number;
}): LedgerRange {
  const { window, view, from, to, now } = options;
  const first = viewWindow({ window, view, at: from, end: to });
  const last = viewWindow({ window, view, at: to, end: to });
  return {
    from: Math.min(first.from, from - HOUR_SECONDS),
    to: Math.max(to, Math.min(now, last.fullTo)),
  };
}
