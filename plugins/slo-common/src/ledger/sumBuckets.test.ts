import fc from 'fast-check';
import { ledgers } from '../__testUtils__/arbitraries';
import type { Bucket } from './Bucket';
import { cumulativeSums } from './cumulativeSums';
import { sumBuckets } from './sumBuckets';

const bucket = (start: number, bad: number, total: number): Bucket => ({
  start,
  seconds: 300,
  bad,
  total,
  coveredSeconds: 300,
});

const buckets = [
  bucket(0, 1, 10),
  bucket(300, 2, 20),
  bucket(600, 4, 40),
  { ...bucket(900, 8, 80), seconds: 120, coveredSeconds: 60 },
];

describe('sumBuckets', () => {
  it('sums what starts in the range, its end exclusive', () => {
    expect(sumBuckets({ buckets, from: 300, to: 900 })).toEqual({
      from: 300,
      to: 900,
      bad: 6,
      total: 60,
      coveredSeconds: 600,
    });
  });

  it('counts a partial bucket with what it covers', () => {
    expect(sumBuckets({ buckets, from: 600, to: 1020 })).toMatchObject({
      bad: 12,
      total: 120,
      coveredSeconds: 360,
    });
  });

  it('pitfall 9: a bucket counts once, on the side that its start is on', () => {
    const cut = 450;
    expect(sumBuckets({ buckets, from: 0, to: cut }).total).toBe(30);
    expect(sumBuckets({ buckets, from: cut, to: 1200 }).total).toBe(120);
  });

  it('gives zeros for nothing', () => {
    expect(sumBuckets({ buckets: [], from: 0, to: 300 })).toEqual({
      from: 0,
      to: 300,
      bad: 0,
      total: 0,
      coveredSeconds: 0,
    });
  });

  it('pitfall 9: property: neighbouring ranges count everything exactly once', () => {
    fc.assert(
      fc.property(
        ledgers({ start: 0, step: 300, maxLength: 60 }),
        fc.array(fc.nat(18_000), { maxLength: 6 }),
        (ledger, inner) => {
          const cuts = [0, ...inner.sort((a, b) => a - b), 18_000];
          const parts = cuts
            .slice(1)
            .map((to, index) =>
              sumBuckets({ buckets: ledger, from: cuts[index], to }),
            );
          const whole = sumBuckets({ buckets: ledger, from: 0, to: 18_000 });
          for (const field of ['bad', 'total', 'coveredSeconds'] as const) {
            const sum = parts.reduce((all, part) => all + part[field], 0);
            expect(sum).toBe(whole[field]);
          }
        },
      ),
    );
  });
});

describe('cumulativeSums', () => {
  it('counts what starts before each instant', () => {
    const sums = cumulativeSums({ buckets, instants: [0, 1, 300, 300, 5000] });
    expect(sums.map(({ total }) => total)).toEqual([0, 10, 10, 10, 150]);
    expect(sums[4]).toEqual({ bad: 15, total: 150, coveredSeconds: 960 });
  });

  it('gives nothing for no instants and zeros for no buckets', () => {
    expect(cumulativeSums({ buckets, instants: [] })).toEqual([]);
    expect(cumulativeSums({ buckets: [], instants: [7] })).toEqual([
      { bad: 0, total: 0, coveredSeconds: 0 },
    ]);
  });

  it('property: differences are the sums of the ranges between', () => {
    fc.assert(
      fc.property(
        ledgers({ start: 600, step: 300, maxLength: 60 }),
        fc.array(fc.nat(20_000), { minLength: 2, maxLength: 12 }),
        (ledger, unordered) => {
          const instants = unordered.sort((a, b) => a - b);
          const sums = cumulativeSums({ buckets: ledger, instants });
          for (let index = 1; index < instants.length; index += 1) {
            const from = instants[index - 1];
            const to = instants[index];
            const { bad, total, coveredSeconds } = sumBuckets({
              buckets: ledger,
              from,
              to,
            });
            expect({
              bad: sums[index].bad - sums[index - 1].bad,
              total: sums[index].total - sums[index - 1].total,
              coveredSeconds:
                sums[index].coveredSeconds - sums[index - 1].coveredSeconds,
            }).toEqual({ bad, total, coveredSeconds });
          }
        },
      ),
    );
  });
});
