import { foldIntoDays, zonedDays } from '@plimsoll/plugin-slo-common';
import { LedgerPage } from './LedgerPage';

/**
 * Folds cells into days of a zone, a page each; sums are conserved. What
 * starts at `until` or later stays in finer cells.
 *
 * @param options.pages - of one objective, ordered by start
 * @param options.until - Unix seconds, a midnight of the zone
 */
export function foldIntoZoneDays(options: {
  pages: LedgerPage[];
  timeZone: string;
  until: number;
}): { days: LedgerPage[]; rest: LedgerPage[] } {
  const { pages, timeZone, until } = options;
  if (pages.length === 0) {
    return { days: [], rest: [] };
  }
  const { objectiveId } = pages[0];
  const inconsistent = pages.filter(page => page.inconsistent);
  const buckets = pages.flatMap(page => page.buckets({ from: 0, to: until }));
  const days = foldIntoDays({ buckets, timeZone }).map(day => {
    const page = LedgerPage.empty({
      objectiveId,
      start: day.start,
      step: day.seconds,
    });
    page.put(day);
    page.inconsistent = inconsistent.some(
      ({ start, end }) => start < page.end && end > page.start,
    );
    return page;
  });
  const rest = pages
    .filter(page => page.end > until)
    .map(page => page.startingAt(Math.max(page.start, until)));
  return { days, rest };
}

/** The midnight of a zone at or before an instant. Unix seconds. */
export function zoneMidnight(at: number, timeZone: string): number {
  return zonedDays({ from: at, to: at + 1, timeZone })[0].from;
}
