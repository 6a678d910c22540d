import type { Bucket } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { applyReading, pageDay, PAGE_SECONDS } from './applyReading';
import { LedgerPage } from './LedgerPage';
import type { LedgerReading } from './LedgerReading';

/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const STEP = 300;
/** A day and a half, so that a midnight lies within. */
const BUCKETS = 432;

/** What the source holds: bad and total of each bucket, or nothing. */
type Truth = Array<{ bad: number; total: number } | undefined>;

/** A reading of `[from, to)` as a truthful source gives it at instant `to`. */
function readTruth(truth: Truth, from: number, to: number): LedgerReading {
  const buckets: Bucket[] = [];
  for (let start = from; start < to; start += STEP) {
    const counts = truth[(start - MIDNIGHT) / STEP];
    const seconds = Math.min(STEP, to - start);
    if (counts) {
      const share = seconds / STEP;
      buckets.push({
        start,
        seconds,
        bad: Math.floor(counts.bad * share),
        total: Math.floor(counts.total * share),
        coveredSeconds: seconds,
      });
    }
  }
  return {
    objectiveId: 1,
    measuredHash: 'a',
    from,
    to,
    step: STEP,
    buckets,
    inconsistent: false,
  };
}

function bucketsOf(pages: LedgerPage[]): Bucket[] {
  return pages.flatMap(page => page.buckets({ from: 0, to: Infinity }));
}

const truthArbitrary = fc.array(
  fc.option(fc.record({ bad: fc.nat(50), total: fc.nat(5000) }), {
    nil: undefined,
    freq: 8,
  }),
  { minLength: BUCKETS, maxLength: BUCKETS },
);
/** First bucket, and how far it reaches in minutes. */
const readArbitrary = fc
  .tuple(fc.nat(BUCKETS - 1), fc.integer({ min: 1, max: 900 }))
  .map(([bucket, minutes]) => ({
    from: MIDNIGHT + bucket * STEP,
    to: Math.min(
      MIDNIGHT + BUCKETS * STEP,
      MIDNIGHT + bucket * STEP + minutes * 60,
    ),
  }));

describe('applyReading', () => {
  it('pitfall 16: any order and any repetition of the same readings gives the same ledger', () => {
    fc.assert(
      fc.property(
        truthArbitrary,
        fc.array(readArbitrary, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (truth, reads, random) => {
          const inOrder: LedgerPage[] = [];
          for (const { from, to } of reads) {
            applyReading({
              pages: inOrder,
              reading: readTruth(truth, from, to),
            });
          }
          const shuffled = [...reads, ...reads, ...reads]
            .map(read => ({ read, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ read }) => read);
          const again: LedgerPage[] = [];
          for (const { from, to } of shuffled) {
            applyReading({ pages: again, reading: readTruth(truth, from, to) });
          }
          expect(bucketsOf(again)).toEqual(bucketsOf(inOrder));
        },
      ),
    );
  });

  it('holds the truth once everything was read, whatever was read before', () => {
    fc.assert(
      fc.property(
        truthArbitrary,
        fc.array(readArbitrary, { maxLength: 12 }),
        (truth, reads) => {
          const pages: LedgerPage[] = [];
          const end = MIDNIGHT + BUCKETS * STEP;
          for (const { from, to } of [...reads, { from: MIDNIGHT, to: end }]) {
            applyReading({ pages, reading: readTruth(truth, from, to) });
          }
          expect(bucketsOf(pages)).toEqual(
            readTruth(truth, MIDNIGHT, end).buckets,
          );
        },
      ),
    );
  });

  it('keeps pages within UTC days, ordered and apart', () => {
    fc.assert(
      fc.property(
        truthArbitrary,
        fc.array(readArbitrary, { minLength: 1, maxLength: 12 }),
        (truth, reads) => {
          const pages: LedgerPage[] = [];
          for (const { from, to } of reads) {
            applyReading({ pages, reading: readTruth(truth, from, to) });
          }
          pages.forEach((page, index) => {
            expect(page.end - page.start).toBeLessThanOrEqual(PAGE_SECONDS);
            expect(pageDay(page.end - 1)).toBe(pageDay(page.start));
            expect(page.start).toBeGreaterThanOrEqual(
              pages[index - 1]?.end ?? 0,
            );
          });
        },
      ),
    );
  });

  it('folds fine buckets into the coarse cells of an older page', () => {
    const pages = [
      LedgerPage.empty({ objectiveId: 1, start: MIDNIGHT, step: 900 }),
    ];
    const truth: Truth = [
      { bad: 1, total: 10 },
      { bad: 2, total: 20 },
      { bad: 3, total: 30 },
      { bad: 4, total: 40 },
    ];

    applyReading({
      pages,
      reading: readTruth(truth, MIDNIGHT, MIDNIGHT + 1200),
    });

    expect(bucketsOf(pages)).toEqual([
      { start: MIDNIGHT, seconds: 900, bad: 6, total: 60, coveredSeconds: 900 },
      {
        start: MIDNIGHT + 900,
        seconds: 900,
        bad: 4,
        total: 40,
        coveredSeconds: 300,
      },
    ]);
  });

  it('folds a fine page when history is read coarsely over it', () => {
    const pages: LedgerPage[] = [];
    applyReading({
      pages,
      reading: readTruth([{ bad: 1, total: 10 }], MIDNIGHT, MIDNIGHT + 300),
    });
    const coarse: LedgerReading = {
      ...readTruth([], MIDNIGHT, MIDNIGHT + 1800),
      step: 900,
      buckets: [
        {
          start: MIDNIGHT,
          seconds: 900,
          bad: 2,
          total: 30,
          coveredSeconds: 900,
        },
      ],
    };

    const { changed, oldest } = applyReading({ pages, reading: coarse });

    expect(oldest).toBe(MIDNIGHT);
    expect([...changed]).toEqual(pages);
    expect(bucketsOf(pages)).toEqual(coarse.buckets);
  });

  it('writes into the days of a zone as whole days, and begins a page behind them', () => {
    // Kathmandu's days begin at 18:15 UTC
    const start = MIDNIGHT - 20_700;
    const localDay = LedgerPage.empty({
      objectiveId: 1,
      start,
      step: PAGE_SECONDS,
    });
    localDay.put({ start, bad: 0, total: 1, coveredSeconds: 900 });
    const pages = [localDay];
    const from = MIDNIGHT - 900;
    const to = start + PAGE_SECONDS + 900;

    applyReading({
      pages,
      reading: {
        ...readTruth([], from, to),
        step: 900,
        buckets: Array.from({ length: (to - from) / 900 }, (_, index) => ({
          start: from + index * 900,
          seconds: 900,
          bad: 1,
          total: 2,
          coveredSeconds: 900,
        })),
      },
    });

    const cells = (start + PAGE_SECONDS - from) / 900;
    expect(bucketsOf(pages)).toEqual([
      {
        start,
        seconds: PAGE_SECONDS,
        bad: cells,
        total: 2 * cells,
        coveredSeconds: 900 * cells,
      },
      {
        start: start + PAGE_SECONDS,
        seconds: 900,
        bad: 1,
        total: 2,
        coveredSeconds: 900,
      },
    ]);
  });
});
