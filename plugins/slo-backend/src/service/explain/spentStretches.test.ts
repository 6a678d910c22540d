import type { Bucket } from '@plimsoll/plugin-slo-common';
import { spentStretches } from './spentStretches';

const T0 = Date.UTC(2026, 10, 20) / 1000;
const iso = (minutes: number) =>
  new Date((T0 + minutes * 60) * 1000).toISOString();

/** One bucket of five minutes for each number of bad ones out of 100. */
function stretches(bad: number[], gapsAfter: Record<number, number> = {}) {
  let start = T0;
  const buckets = bad.map((count, index): Bucket => {
    const bucket = {
      start,
      seconds: 300,
      bad: count,
      total: 100,
      coveredSeconds: 300,
    };
    start += 300 * (1 + (gapsAfter[index] ?? 0));
    return bucket;
  });
  return spentStretches({ buckets, target: 0.9, windowTotal: 10_000 });
}

describe('spentStretches', () => {
  it('finds what burned faster than allowed, the largest first', () => {
    expect(stretches([0, 20, 30, 0, 0, 0, 0, 0, 0, 0, 90, 0])).toEqual([
      { from: iso(50), to: iso(55), bad: 90, share: 0.09 },
      { from: iso(5), to: iso(15), bad: 50, share: 0.05 },
    ]);
  });

  it('does not call steady spending a stretch', () => {
    expect(stretches([10, 10, 10, 9, 1])).toEqual([]);
    expect(stretches([11])).toHaveLength(1);
  });

  it('bridges half an hour of quiet, and no more', () => {
    const quiet = (count: number) => Array.from({ length: count }, () => 0);
    expect(stretches([50, ...quiet(6), 50])).toHaveLength(1);
    expect(stretches([50, ...quiet(7), 50])).toHaveLength(2);
    expect(stretches([50, 50], { 0: 6 })).toHaveLength(1);
    expect(stretches([50, 50], { 0: 7 })).toHaveLength(2);
  });

  it('counts only what burned in a bridged stretch', () => {
    expect(stretches([50, 5, 50])[0].bad).toBe(100);
  });

  it('tells five', () => {
    const many = Array.from({ length: 8 }, (_, i) => [
      20 + i,
      ...Array(9).fill(0),
    ]);
    const found = stretches(many.flat());
    expect(found.map(({ bad }) => bad)).toEqual([27, 26, 25, 24, 23]);
  });

  it('bears a window without events', () => {
    expect(
      spentStretches({ buckets: [], target: 0.9, windowTotal: 0 }),
    ).toEqual([]);
  });
});
