import type { Bucket } from '@plimsoll/plugin-slo-common';
import { LedgerPage } from './LedgerPage';
import { type LedgerReading, measuredBuckets } from './LedgerReading';

/** Seconds of a UTC day: what a page holds, unless it is a day of a zone. */
export const PAGE_SECONDS = 86_400;

/**
 * No page is longer: a local day has 25 hours where clocks change, and nobody
 * knows what zones will do. It bounds searches by a page's start, which is
 * what the primary key holds.
 */
export const LONGEST_PAGE_SECONDS = 2 * PAGE_SECONDS;

/** Midnight, UTC, before an instant in Unix seconds. */
export function pageDay(at: number): number {
  return Math.floor(at / PAGE_SECONDS) * PAGE_SECONDS;
}

/**
 * Writes a reading into an objective's pages.
 *
 * A reading that is finer than a page is folded to the page's cells; a page
 * that is finer than a reading is folded to the reading's (only history is
 * read coarsely, and history is to be folded anyway). A UTC day without a page
 * gets one.
 *
 * @param options.pages - the objective's pages of all UTC days that the
 * reading touches, ordered by start; pages that change are replaced in it
 * @returns the pages that changed, and the start of the oldest changed cell
 */
export function applyReading(options: {
  pages: LedgerPage[];
  reading: LedgerReading;
}): { changed: Set<LedgerPage>; oldest: number | undefined } {
  const { pages, reading } = options;
  const changed = new Set<LedgerPage>();
  let oldest: number | undefined;
  const buckets = measuredBuckets(reading);

  let index = 0;
  while (index < buckets.length) {
    const { page, until, folded } = pageFor(
      pages,
      buckets[index].start,
      reading,
    );
    if (folded) {
      changed.add(page);
    }
    const own: Bucket[] = [];
    while (index < buckets.length && buckets[index].start < until) {
      own.push(buckets[index]);
      index += 1;
    }
    // the last one first: the page is lengthened once, not cell by cell
    for (const cell of fitToPage(own, page).reverse()) {
      if (page.put(cell)) {
        changed.add(page);
        oldest = Math.min(oldest ?? cell.start, cell.start);
        page.inconsistent ||= reading.inconsistent;
      }
    }
  }
  return { changed, oldest };
}

/** The page that holds an instant, and the instant at which the next begins. */
function pageFor(
  pages: LedgerPage[],
  at: number,
  reading: LedgerReading,
): { page: LedgerPage; until: number; folded?: boolean } {
  const after = pages.findIndex(page => page.start > at);
  const position = after === -1 ? pages.length : after;
  const next = pages[position]?.start ?? Infinity;
  const before: LedgerPage | undefined = pages[position - 1];
  const day = pageDay(at);

  if (before && (before.end > at || before.start >= day)) {
    // a page of a local day may end within a UTC day
    const until = Math.min(next, Math.max(before.end, day + PAGE_SECONDS));
    if (before.step >= reading.step) {
      return { page: before, until };
    }
    const page = before.fold(reading.step);
    pages[position - 1] = page;
    return { page, until, folded: true };
  }
  const page = LedgerPage.empty({
    objectiveId: reading.objectiveId,
    start: Math.max(day, before?.end ?? day),
    step: reading.step,
  });
  pages.splice(position, 0, page);
  return { page, until: Math.min(next, day + PAGE_SECONDS) };
}

/** Buckets as cells of a page, which may be coarser and start anywhere. */
function fitToPage(buckets: Bucket[], page: LedgerPage): Bucket[] {
  const cells = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const index = Math.floor((bucket.start - page.start) / page.step);
    const start = page.start + index * page.step;
    const cell = cells.get(start);
    cells.set(start, {
      start,
      seconds: page.step,
      bad: bucket.bad + (cell?.bad ?? 0),
      total: bucket.total + (cell?.total ?? 0),
      coveredSeconds: bucket.coveredSeconds + (cell?.coveredSeconds ?? 0),
    });
  }
  return [...cells.values()];
}
