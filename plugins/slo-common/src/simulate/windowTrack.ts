import { expectedVolume, referenceDays } from '../calendar/expectedVolume';
import { ExcludedTime } from '../corrections/ExcludedTime';
import type { LedgerRange } from '../ledger/LedgerRange';
import { expectedTotal } from '../state/expectedTotal';
import { isMostlyUnmeasured, isWarmingUp } from '../state/warmUp';
import type { TimeWindow } from '../window/TimeWindow';
import { resolveWindow } from '../window/resolveWindow';
import { isPieceEnd } from './isPieceEnd';
import type { RunningSums } from './RunningSums';

/** The objective's window at one instant, whatever the target is. */
export interface WindowState {
  /** Unix seconds. */
  at: number;
  /** Seconds since the instant before, which it speaks for. */
  seconds: number;
  bad: number;
  /** Units so far. */
  total: number;
  /** Units that the whole window is judged against. */
  expectedTotal: number;
  /** Enough of it was measured to say that a budget is left. */
  isCovered: boolean;
}

/**
 * The window of an objective at each instant of a span. A rolling window is
 * judged against what it held, scaled up while it is warming up. A calendar
 * window is judged against what it came to hold, as far as it is over, else
 * against what it is expected to hold at the end of the span. In steps, since a
 * span has tens of thousands of instants.
 *
 * @param options.instants - ascending; the last is the end of the span
 * @param options.measuredFrom - start of the first bucket ever measured
 * @param options.excluded - what corrections take out
 */
export function* windowTrack(
  options: {
    window: TimeWindow;
    sums: RunningSums;
    instants: readonly number[];
    measuredFrom?: number;
    excluded: readonly LedgerRange[];
  } & LedgerRange,
): Generator<undefined, WindowState[], void> {
  const { window, sums, instants, measuredFrom, from, to } = options;
  const excluded = ExcludedTime.create(options.excluded);
  const newest = wholeAtEnd({ ...options, excludedTime: excluded });
  const track: WindowState[] = [];
  for (const [index, at] of instants.entries()) {
    if (isPieceEnd(index)) {
      yield;
    }
    const resolved = resolveWindow({ window, at });
    const sum = sums.sum(resolved);
    const isOver = window.kind === 'calendar' && resolved.fullTo <= to;
    track.push({
      at,
      seconds: at - (instants[index - 1] ?? from),
      bad: sum.bad,
      total: sum.total,
      expectedTotal:
        window.kind === 'calendar' && !isOver
          ? newest
          : whole(isOver ? { ...resolved, to: resolved.fullTo } : resolved),
      isCovered:
        !isWarmingUp({ window: resolved, measuredFrom }) &&
        !isMostlyUnmeasured({
          window: resolved,
          ...sum,
          excludedSeconds: excluded.within(resolved),
        }),
    });
  }
  return track;

  function whole(resolved: ReturnType<typeof resolveWindow>): number {
    return expectedTotal({
      window: resolved,
      sum: sums.sum(resolved),
      measuredFrom,
      excludedSeconds: excluded.within(resolved),
    });
  }
}

/** Units of the calendar window that the span ends in. */
function wholeAtEnd(options: {
  window: TimeWindow;
  sums: RunningSums;
  to: number;
  measuredFrom?: number;
  excluded: readonly LedgerRange[];
  excludedTime: ExcludedTime;
}): number {
  const { window, sums, to: at, measuredFrom, excluded } = options;
  if (window.kind !== 'calendar') {
    return 0;
  }
  const resolved = resolveWindow({ window, at });
  const soFar = sums.sum(resolved);
  const { timeZone } = window;
  const rest = expectedVolume({
    at,
    to: resolved.fullTo,
    timeZone,
    days: referenceDays({ at, timeZone }).map(day => sums.sum(day)),
    soFar,
    excluded,
  });
  return expectedTotal({
    window: resolved,
    sum: soFar,
    rest,
    measuredFrom,
    excludedSeconds: options.excludedTime.within(resolved),
  });
}
