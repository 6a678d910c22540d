import fc from 'fast-check';
import { ledgers } from '../__testUtils__/arbitraries';
import { sumBuckets } from '../ledger/sumBuckets';
import { RunningSums } from './RunningSums';

const start = 1_790_000_100;

describe('RunningSums', () => {
  it('property: gives what sumBuckets gives, wherever a stretch is cut', () => {
    const offsets = fc.integer({ min: -2_000, max: 40_000 });
    fc.assert(
      fc.property(
        ledgers({ start, step: 300, maxLength: 100 }),
        fc.array(fc.tuple(offsets, offsets), { maxLength: 20 }),
        (buckets, cuts) => {
          const sums = RunningSums.create(buckets);
          for (const [a, b] of cuts) {
            const range = {
              from: start + Math.min(a, b),
              to: start + Math.max(a, b),
            };
            expect(sums.sum(range)).toEqual(sumBuckets({ buckets, ...range }));
          }
        },
      ),
    );
  });

  it('holds nothing without buckets', () => {
    expect(RunningSums.create([]).sum({ from: 0, to: start })).toEqual({
      from: 0,
      to: start,
      bad: 0,
      total: 0,
      coveredSeconds: 0,
    });
  });

  it('leaves no residue of fractions where nothing was bad', () => {
    const buckets = [0.1, 0.2, 0.3, 0, 0].map((bad, index) => ({
      start: start + index * 300,
      seconds: 300,
      bad,
      total: 1e9 / 3,
      coveredSeconds: 300,
    }));
    const sums = RunningSums.create(buckets);
    const calm = { from: start + 900, to: start + 1_500 };
    expect(sums.sum(calm).bad).toBe(0);
  });
});
