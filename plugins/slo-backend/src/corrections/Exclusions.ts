import {
  CORRECTION_LIMITS,
  type LedgerRange,
  type TimeWindow,
  unionRanges,
  wholeDaysOf,
} from '@plimsoll/plugin-slo-common';

/** What corrections take out of the ledger of one objective. */
export interface Exclusions {
  /** The stretch of each correction that holds. */
  intervals: LedgerRange[];
  /** The same time in order and without overlap. */
  excluded: LedgerRange[];
}

/**
 * What corrections take out of one ledger: as they are, but for time so far
 * back that the ledger holds whole days only.
 *
 * @param options.window - whose zone the ledger's days are cut in
 * @param options.now - Unix seconds
 */
export function exclusionsOf(options: {
  corrections: readonly LedgerRange[];
  window: TimeWindow;
  now: number;
}): Exclusions {
  const { corrections, window, now } = options;
  const intervals = corrections.flatMap(({ from, to }) =>
    wholeDaysOf({
      excluded: [{ from, to }],
      daysBefore: now - CORRECTION_LIMITS.maxAgeSeconds,
      timeZone: window.kind === 'calendar' ? window.timeZone : 'UTC',
    }),
  );
  return { intervals, excluded: unionRanges(intervals) };
}
