import { referenceDays } from '../calendar/expectedVolume';
import type { LedgerRange } from '../ledger/LedgerRange';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';
import type { TimeWindow } from '../window/TimeWindow';
import { resolveWindow } from '../window/resolveWindow';

/**
 * Which buckets `simulateTargets` needs: back to the start of the window that
 * the span begins in, and for the longest burn window; of a calendar window
 * also the four weeks that tell what its rest will hold.
 *
 * @param options.from - Unix seconds, start of the span
 * @param options.to - Unix seconds, its end
 * @public
 */
export function simulationRange(
  options: { window: TimeWindow } & LedgerRange,
): LedgerRange {
  const { window, from, to } = options;
  const starts = [
    resolveWindow({ window, at: from }).from,
    from - BURN_WINDOW_SECONDS['3d'],
  ];
  if (window.kind === 'calendar') {
    const { timeZone } = window;
    starts.push(...referenceDays({ at: to, timeZone }).map(day => day.from));
  }
  return { from: Math.min(...starts), to };
}
