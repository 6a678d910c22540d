import type { Bucket } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { measurementGaps } from './measurementGaps';

const T0 = Date.UTC(2026, 10, 20) / 1000;

function bucket(start: number, coveredSeconds = 300): Bucket {
  return { start: T0 + start, seconds: 300, bad: 0, total: 1, coveredSeconds };
}

function gaps(options: {
  measured: number[];
  outages?: Array<[number, number]>;
  from?: number;
  to: number;
  measuredFrom?: number;
}) {
  const { measured, outages = [], from = 0, to, measuredFrom = 0 } = options;
  return measurementGaps({
    buckets: measured.map(start => bucket(start)),
    outages: outages.map(([start, end]) => ({
      from: T0 + start,
      to: T0 + end,
    })),
    from: T0 + from,
    to: T0 + to,
    measuredFrom: T0 + measuredFrom,
  }).map(gap => [
    Date.parse(gap.from) / 1000 - T0,
    Date.parse(gap.to) / 1000 - T0,
    gap.reason,
  ]);
}

describe('measurementGaps', () => {
  it('finds none where everything was measured', () => {
    expect(gaps({ measured: [0, 300, 600], to: 900 })).toEqual([]);
  });

  it('tells an outage of the source from an absent series', () => {
    expect(
      gaps({
        measured: [0, 3_000],
        outages: [
          [-500, 100],
          [600, 1_200],
          [1_500, 1_800],
          [9_000, 9_300],
        ],
        to: 3_300,
      }),
    ).toEqual([
      [300, 600, 'series-absent'],
      [600, 1_200, 'source-down'],
      [1_200, 1_500, 'series-absent'],
      [1_500, 1_800, 'source-down'],
      [1_800, 3_000, 'series-absent'],
    ]);
  });

  it('says what lies before the first measurement', () => {
    expect(
      gaps({ measured: [1_200, 1_800], to: 2_100, measuredFrom: 1_200 }),
    ).toEqual([
      [0, 1_200, 'not-measured-yet'],
      [1_500, 1_800, 'series-absent'],
    ]);
    expect(
      measurementGaps({ buckets: [], outages: [], from: T0, to: T0 + 900 }),
    ).toEqual([expect.objectContaining({ reason: 'not-measured-yet' })]);
  });

  it('gives the newest stretch ten minutes to arrive', () => {
    expect(gaps({ measured: [0], to: 900 })).toEqual([]);
    expect(gaps({ measured: [0], to: 901 })).toEqual([
      [300, 901, 'series-absent'],
    ]);
  });

  it('tells the longest of very many, in their order', () => {
    const measured = Array.from({ length: 300 }, (_, index) => index * 1_200);
    const found = gaps({
      measured,
      outages: [[1_200 * 50 + 300, 1_200 * 50 + 600]],
      to: 360_000,
    });
    expect(found).toHaveLength(200);
    expect(found.every(([from], i) => i === 0 || from >= found[i - 1][1])).toBe(
      true,
    );
    // The two halves of a gap that an outage cuts are the shortest of all.
    expect(found).not.toContainEqual([60_300, 60_600, 'source-down']);
  });

  it('covers exactly what no bucket speaks for', () => {
    const slots = fc.uniqueArray(fc.integer({ min: 0, max: 40 }));
    const outage = fc
      .tuple(
        fc.integer({ min: 0, max: 12_000 }),
        fc.integer({ min: 1, max: 3_000 }),
      )
      .map(([from, length]): [number, number] => [from, from + length]);
    fc.assert(
      fc.property(slots, fc.array(outage), (measured, outages) => {
        const sorted = [...measured]
          .sort((a, b) => a - b)
          .map(slot => slot * 300);
        const inOrder = [...outages].sort((a, b) => a[0] - b[0]);
        const found = gaps({ measured: sorted, outages: inOrder, to: 13_000 });
        const length = found.reduce(
          (sum, [from, to]) => sum + Number(to) - Number(from),
          0,
        );
        const last = sorted.length > 0 ? sorted[sorted.length - 1] + 300 : 0;
        const fresh = 13_000 - last <= 600 ? 13_000 - last : 0;
        expect(length).toBe(13_000 - sorted.length * 300 - fresh);
      }),
    );
  });
});
