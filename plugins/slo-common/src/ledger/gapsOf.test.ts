import fc from 'fast-check';
import { ledgers } from '../__testUtils__/arbitraries';
import type { Bucket } from './Bucket';
import { gapsOf } from './gapsOf';

const bucket = (
  start: number,
  coveredSeconds = 300,
  seconds = 300,
): Bucket => ({ start, seconds, bad: 0, total: 0, coveredSeconds });

describe('gapsOf', () => {
  it('finds nothing in a whole ledger', () => {
    const buckets = [bucket(0), bucket(300), bucket(600)];
    expect(gapsOf({ buckets, from: 0, to: 900 })).toEqual([]);
  });

  it('finds the stretches before, between and after', () => {
    const buckets = [bucket(300), bucket(1200)];
    expect(gapsOf({ buckets, from: 0, to: 2100 })).toEqual([
      { from: 0, to: 300 },
      { from: 600, to: 1200 },
      { from: 1500, to: 2100 },
    ]);
  });

  it('is one gap where nothing was measured', () => {
    expect(gapsOf({ buckets: [], from: 0, to: 900 })).toEqual([
      { from: 0, to: 900 },
    ]);
    expect(gapsOf({ buckets: [], from: 900, to: 900 })).toEqual([]);
  });

  it('takes an uncovered bucket for a gap, a silent one not', () => {
    const buckets = [bucket(0), bucket(300, 0), bucket(600)];
    expect(gapsOf({ buckets, from: 0, to: 900 })).toEqual([
      { from: 300, to: 600 },
    ]);
  });

  it('does not call a bucket that is covered in part a gap', () => {
    const buckets = [bucket(0, 60), bucket(300)];
    expect(gapsOf({ buckets, from: 0, to: 600 })).toEqual([]);
  });

  it('sees the end of a partial newest bucket', () => {
    const buckets = [bucket(0), bucket(300, 120, 120)];
    expect(gapsOf({ buckets, from: 0, to: 420 })).toEqual([]);
    expect(gapsOf({ buckets, from: 0, to: 600 })).toEqual([
      { from: 420, to: 600 },
    ]);
  });

  it('knows a bucket that began before the range, and ignores later ones', () => {
    const buckets = [bucket(0), bucket(300), bucket(900)];
    expect(gapsOf({ buckets, from: 150, to: 300 })).toEqual([]);
    expect(gapsOf({ buckets, from: 450, to: 700 })).toEqual([
      { from: 600, to: 700 },
    ]);
    expect(gapsOf({ buckets: [bucket(0)], from: 600, to: 700 })).toEqual([
      { from: 600, to: 700 },
    ]);
  });

  it('keeps what a long bucket covers beside short ones', () => {
    const buckets = [bucket(0, 900, 900), bucket(300), bucket(1200)];
    expect(gapsOf({ buckets, from: 0, to: 1500 })).toEqual([
      { from: 900, to: 1200 },
    ]);
  });

  it('property: gaps and covered buckets fill the range, in order, without overlap', () => {
    fc.assert(
      fc.property(ledgers({ start: 0, step: 300, maxLength: 40 }), buckets => {
        const gaps = gapsOf({ buckets, from: 0, to: 12_000 });
        const covered = buckets
          .filter(({ coveredSeconds }) => coveredSeconds > 0)
          .map(({ start }) => ({ from: start, to: start + 300 }));
        const tiles = [...gaps, ...covered].sort((a, b) => a.from - b.from);
        let end = 0;
        for (const tile of tiles) {
          expect(tile.from).toBe(end);
          end = tile.to;
        }
        expect(end).toBe(12_000);
        for (const gap of gaps) {
          expect(gap.to).toBeGreaterThan(gap.from);
        }
      }),
    );
  });
});
