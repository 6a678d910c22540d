import fc from 'fast-check';
import { instants, ledgers, utc, zones } from '../__testUtils__/arbitraries';
import type { Bucket } from './Bucket';
import { foldBuckets, foldIntoDays } from './foldBuckets';
import { sumBuckets } from './sumBuckets';

const bucket = (start: number, total = 10): Bucket => ({
  start,
  seconds: 300,
  bad: 1,
  total,
  coveredSeconds: 300,
});

const everything = { from: -Infinity, to: Infinity };
const START = utc('2026-03-01T00:00:00Z');

describe('foldBuckets', () => {
  it('folds three buckets into a quarter of an hour', () => {
    const buckets = [bucket(900), bucket(1200), bucket(1500), bucket(1800)];
    expect(foldBuckets({ buckets, step: 900 })).toEqual([
      { start: 900, seconds: 900, bad: 3, total: 30, coveredSeconds: 900 },
      { start: 1800, seconds: 900, bad: 1, total: 10, coveredSeconds: 300 },
    ]);
  });

  it('leaves a cell without buckets out, and keeps an uncovered one', () => {
    const buckets = [
      bucket(0),
      { ...bucket(1800), bad: 0, total: 0, coveredSeconds: 0 },
    ];
    expect(foldBuckets({ buckets, step: 900 })).toEqual([
      { start: 0, seconds: 900, bad: 1, total: 10, coveredSeconds: 300 },
      { start: 1800, seconds: 900, bad: 0, total: 0, coveredSeconds: 0 },
    ]);
  });

  it('gives nothing for nothing, and leaves its input alone', () => {
    expect(foldBuckets({ buckets: [], step: 900 })).toEqual([]);
    const buckets = [bucket(0), bucket(300)];
    foldBuckets({ buckets, step: 900 });
    expect(buckets).toEqual([bucket(0), bucket(300)]);
  });

  it('property: conserves the sums between all boundaries of the coarser grid', () => {
    fc.assert(
      fc.property(
        ledgers({ start: START, step: 300, maxLength: 80 }),
        fc.constantFrom(900, 1800, 3600),
        fc.nat(7),
        (buckets, step, cell) => {
          const folded = foldBuckets({ buckets, step });
          const range = { from: START, to: START + cell * step };
          for (const stretch of [everything, range]) {
            expect(sumBuckets({ buckets: folded, ...stretch })).toEqual(
              sumBuckets({ buckets, ...stretch }),
            );
          }
          for (const { start, seconds, coveredSeconds } of folded) {
            expect(start % step).toBe(0);
            expect(seconds).toBe(step);
            expect(coveredSeconds).toBeLessThanOrEqual(step);
          }
        },
      ),
    );
  });

  it('property: folding in two steps is folding in one', () => {
    fc.assert(
      fc.property(
        ledgers({ start: START, step: 300, maxLength: 80 }),
        buckets => {
          const twice = foldBuckets({
            buckets: foldBuckets({ buckets, step: 900 }),
            step: 3_600,
          });
          expect(twice).toEqual(foldBuckets({ buckets, step: 3_600 }));
        },
      ),
    );
  });
});

describe('foldIntoDays', () => {
  it('cuts days in the zone, also at 5:45', () => {
    const midnight = utc('2026-11-20T18:15:00Z');
    const buckets = [bucket(midnight - 300), bucket(midnight)];
    expect(foldIntoDays({ buckets, timeZone: 'Asia/Kathmandu' })).toEqual([
      expect.objectContaining({ start: midnight - 86_400, total: 10 }),
      expect.objectContaining({ start: midnight, seconds: 86_400, total: 10 }),
    ]);
  });

  it('knows the short and the long day of Warsaw', () => {
    const buckets = ['2026-03-29T12:00Z', '2026-10-25T12:00Z'].map(text =>
      bucket(utc(text)),
    );
    const days = foldIntoDays({ buckets, timeZone: 'Europe/Warsaw' });
    expect(days.map(({ seconds }) => seconds / 3600)).toEqual([23, 25]);
  });

  it('property: conserves the sums, whatever the zone', () => {
    const cases = instants
      .map(at => Math.floor(at / 900) * 900)
      .chain(start => ledgers({ start, step: 900, maxLength: 300 }));
    fc.assert(
      fc.property(cases, zones, (buckets, timeZone) => {
        const days = foldIntoDays({ buckets, timeZone });
        expect(sumBuckets({ buckets: days, ...everything })).toEqual(
          sumBuckets({ buckets, ...everything }),
        );
        const ends = days.map(({ start, seconds }) => start + seconds);
        for (let index = 1; index < days.length; index += 1) {
          expect(days[index].start).toBeGreaterThanOrEqual(ends[index - 1]);
        }
        for (const { start, seconds, total } of days) {
          const range = { from: start, to: start + seconds };
          expect(sumBuckets({ buckets, ...range }).total).toBe(total);
        }
      }),
      { numRuns: 50 },
    );
  });
});
