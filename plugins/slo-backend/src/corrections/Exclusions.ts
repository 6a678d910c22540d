import {
  CORRECTION_LIMITS,
  correctionRange,
  type LedgerRange,
  sliceSecondsOf,
  unionRanges,
  wholeDaysOf,
} from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../objectives/CatalogObjective';

/** What corrections take out of the ledger of one objective. */
export interface Exclusions {
  /** The stretch of each correction that holds. */
  intervals: LedgerRange[];
  /** The same time in order and without overlap. */
  excluded: LedgerRange[];
}

/**
 * What corrections take out of one ledger: as they are, but for slices, which go
 * whole, and for time so far back that the ledger holds whole days only.
 *
 * @param options.definition - whose window's zone the ledger's days are cut in
 * @param options.now - Unix seconds
 */
export function exclusionsOf(options: {
  corrections: readonly LedgerRange[];
  definition: Pick<KnownDefinition, 'window' | 'budgeting'>;
  now: number;
}): Exclusions {
  const { corrections, definition, now } = options;
  const { window, budgeting } = definition;
  const sliceSeconds = sliceSecondsOf(budgeting);
  const intervals = corrections.flatMap(({ from, to }) =>
    wholeDaysOf({
      excluded: [correctionRange({ from, to, sliceSeconds })],
      daysBefore: now - CORRECTION_LIMITS.maxAgeSeconds,
      timeZone: window.kind === 'calendar' ? window.timeZone : 'UTC',
    }),
  );
  return { intervals, excluded: unionRanges(intervals) };
}
