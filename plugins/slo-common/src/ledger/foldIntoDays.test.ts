import fc from 'fast-check';
import { instants, ledgers, utc, zones } from '../__testUtils__/arbitraries';
import type { Bucket } from './Bucket';
import { foldIntoDays } from './foldIntoDays';
import { sumBuckets } from './sumBuckets';

const bucket = (start: number, total = 10): Bucket => ({
  start,
  seconds: 300,
  bad: 1,
  total,
  coveredSeconds: 300,
});

const DAY = 86_400;
const everything = { from: -Infinity, to: Infinity };

describe('foldIntoDays', () => {
  it('leaves a day without buckets out, and keeps an uncovered one', () => {
    const buckets = [
      bucket(0),
      bucket(300),
      { ...bucket(2 * DAY + 900), bad: 0, total: 0, coveredSeconds: 0 },
    ];
    expect(foldIntoDays({ buckets, timeZone: 'UTC' })).toEqual([
      { start: 0, seconds: DAY, bad: 2, total: 20, coveredSeconds: 600 },
      { start: 2 * DAY, seconds: DAY, bad: 0, total: 0, coveredSeconds: 0 },
    ]);
  });

  it('gives nothing for nothing, and leaves its input alone', () => {
    expect(foldIntoDays({ buckets: [], timeZone: 'UTC' })).toEqual([]);
    const buckets = [bucket(0), bucket(300)];
    foldIntoDays({ buckets, timeZone: 'UTC' });
    expect(buckets).toEqual([bucket(0), bucket(300)]);
  });

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
