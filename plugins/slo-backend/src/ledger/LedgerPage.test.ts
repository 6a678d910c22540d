import fc from 'fast-check';
import { LedgerPage } from './LedgerPage';

/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;

const cellArbitrary = fc.record({
  index: fc.nat(287),
  bad: fc.nat(1_000),
  total: fc.nat(1_000_000),
  coveredSeconds: fc.integer({ min: 1, max: 300 }),
});

function pageOf(
  cells: Array<{
    index: number;
    bad: number;
    total: number;
    coveredSeconds: number;
  }>,
): LedgerPage {
  const page = LedgerPage.empty({ objectiveId: 7, start: MIDNIGHT, step: 300 });
  for (const { index, ...cell } of cells) {
    page.put({ start: MIDNIGHT + index * 300, ...cell });
  }
  return page;
}

function sumsOf(page: LedgerPage) {
  const { bad, total, covered_seconds } = page.toRow();
  return { bad, total, covered_seconds };
}

describe('LedgerPage', () => {
  it('folding conserves sums exactly, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(cellArbitrary, { maxLength: 288 }),
        fc.constantFrom(300, 900, 3_600, 86_400),
        (cells, step) => {
          const page = pageOf(cells);
          expect(sumsOf(page.fold(step))).toEqual(sumsOf(page));
        },
      ),
    );
  });

  it('folding conserves fractions but for the order of addition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
          minLength: 1,
          maxLength: 288,
        }),
        values => {
          const page = pageOf(
            values.map((value, index) => ({
              index,
              bad: value / 3,
              total: value,
              coveredSeconds: 300,
            })),
          );
          const before = sumsOf(page);
          const after = sumsOf(page.fold(900));
          expect(Math.abs(after.bad - before.bad)).toBeLessThanOrEqual(
            before.bad * 1e-12,
          );
          expect(Math.abs(after.total - before.total)).toBeLessThanOrEqual(
            before.total * 1e-12,
          );
        },
      ),
    );
  });

  it('is the same after a way through the database', () => {
    fc.assert(
      fc.property(fc.array(cellArbitrary, { minLength: 1 }), cells => {
        const page = pageOf(cells);
        page.inconsistent = true;
        const row = page.toRow();
        const back = LedgerPage.fromRow({
          ...row,
          start: String(row.start),
          end: String(row.end),
          covered_seconds: String(row.covered_seconds),
        });
        expect(back.toRow()).toEqual(row);
      }),
    );
  });

  it('sums a range as its buckets do, each cell on the side of its start', () => {
    fc.assert(
      fc.property(
        fc.array(cellArbitrary),
        fc.integer({ min: -500, max: 90_000 }),
        fc.nat(90_000),
        (cells, offset, length) => {
          const page = pageOf(cells);
          const from = MIDNIGHT + offset;
          const range = { from, to: from + length };
          const sum = { ...range, bad: 0, total: 0, coveredSeconds: 0 };
          page.addTo(sum);
          const buckets = page.buckets(range);
          expect(sum.total).toBe(
            buckets.reduce((total, bucket) => total + bucket.total, 0),
          );
          expect(
            buckets.every(
              ({ start }) => start >= range.from && start < range.to,
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it('never believes that more of a cell was covered than there is', () => {
    const page = pageOf([
      { index: 0, bad: 0, total: 1, coveredSeconds: 100_000 },
    ]);

    expect(page.buckets({ from: 0, to: Infinity })[0].coveredSeconds).toBe(300);
  });

  it('drops the cells before an instant, and keeps the others as they are', () => {
    const page = pageOf([
      { index: 2, bad: 1, total: 10, coveredSeconds: 300 },
      { index: 3, bad: 2, total: 20, coveredSeconds: 300 },
    ]);

    const rest = page.startingAt(MIDNIGHT + 900);

    expect(rest.start).toBe(MIDNIGHT + 900);
    expect(rest.buckets({ from: 0, to: Infinity })).toEqual([
      expect.objectContaining({ start: MIDNIGHT + 900, bad: 2, total: 20 }),
    ]);
  });
});
