import fc from 'fast-check';
import { seriesOf } from '../__testUtils__/series';
import { addDays } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import { savingGot } from './savingGot';

const FIRST = '2026-10-01';
const appliedAt = '2026-10-29T08:00:00Z';
const completeTo = '2026-11-30';
const MONTH = 365 / 12;

/** 28 days, the day of the change, and 28 days. */
const series = (cost: (index: number) => number) =>
  seriesOf(
    FIRST,
    Array.from({ length: 61 }, (_, index) => cost(index)),
  );
const volumesOf = (volume: (index: number) => number) =>
  new Map(
    Array.from({ length: 61 }, (_, index) => [
      addDays(FIRST, index),
      volume(index),
    ]),
  );
const isAfter = (index: number) => index > 28;

describe('savingGot', () => {
  const days = series(index => (index < 28 ? 20 : 16));

  it('compares whole weeks before with as many after', () => {
    expect(
      savingGot({ days, appliedAt, completeTo: '2026-11-17' }),
    ).toMatchObject({
      got: 121_666_666_667n,
      low: 121_666_666_667n,
      high: 121_666_666_667n,
      weeks: 2,
      until: '2026-11-12',
    });
  });

  it('waits for a whole week, on both sides', () => {
    expect(
      savingGot({ days, appliedAt, completeTo: '2026-11-04' }),
    ).toBeUndefined();
    expect(
      savingGot({ days, appliedAt, completeTo: '2026-11-05' })?.until,
    ).toBe('2026-11-05');
    expect(
      savingGot({ days, appliedAt: '2026-10-05T00:00:00Z', completeTo }),
    ).toBeUndefined();
  });

  it('says that it cost more, where it did', () => {
    const dearer = series(index => (isAfter(index) ? 20 : 10));
    expect(
      savingGot({ days: dearer, appliedAt, completeTo })?.got,
    ).toBeLessThan(0n);
  });

  it('claims nothing for a service that only has less to do', () => {
    // a third of the requests went, and with them a third of the cost
    const shrunk = series(index => (isAfter(index) ? 20 : 30));
    const volumes = volumesOf(index => (isAfter(index) ? 200 : 300));
    expect(
      unitsOf(savingGot({ days: shrunk, appliedAt, completeTo })!.got),
    ).toBeCloseTo(10 * MONTH, 6);
    const honest = savingGot({
      days: shrunk,
      appliedAt,
      completeTo,
      volumes,
    })!;
    expect(honest.got).toBe(0n);
    expect(unitsOf(honest.low)).toBeCloseTo(0, 6);
    expect(unitsOf(honest.high)).toBeCloseTo(10 * MONTH, 6);
  });

  it('calls it no loss that a service which saves has grown', () => {
    // a fifth cheaper for each request, and half as many again
    const grown = series(index => (isAfter(index) ? 1.5 * 0.8 * 20 : 20));
    const volumes = volumesOf(index => (isAfter(index) ? 150 : 100));
    expect(savingGot({ days: grown, appliedAt, completeTo })!.got).toBeLessThan(
      0n,
    );
    const honest = savingGot({ days: grown, appliedAt, completeTo, volumes })!;
    expect(honest.got).toBe(0n);
    expect(unitsOf(honest.high)).toBeCloseTo((30 - 24) * MONTH, 6);
  });

  it('claims what even a service that shrank could not have', () => {
    const cut = series(index => (isAfter(index) ? 10 : 30));
    const volumes = volumesOf(index => (isAfter(index) ? 90 : 100));
    expect(
      unitsOf(savingGot({ days: cut, appliedAt, completeTo, volumes })!.got),
    ).toBeCloseTo((30 * 0.9 - 10) * MONTH, 6);
  });

  it('goes by days alone where most volumes are not known', () => {
    const few = new Map([...volumesOf(() => 1)].slice(0, 40));
    expect(savingGot({ days, appliedAt, completeTo, volumes: few })?.got).toBe(
      savingGot({ days, appliedAt, completeTo })?.got,
    );
  });

  it('is exact for a resource that is gone', () => {
    const uneven = series(index => (isAfter(index) ? 0 : 1 + (index % 3)));
    const got = savingGot({
      days: uneven,
      appliedAt,
      completeTo,
      isExact: true,
    });
    expect(got?.low).toBe(got?.high);
    expect(unitsOf(got!.got)).toBeCloseTo(
      (series(index => 1 + (index % 3))
        .slice(0, 28)
        .reduce((sum, { amount }) => sum + unitsOf(amount), 0) /
        28) *
        MONTH,
      6,
    );
  });

  it('hardly ever claims a saving where days only differ by chance', () => {
    let claimed = 0;
    const runs = 300;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 8, max: 12, noNaN: true }), {
          minLength: 61,
          maxLength: 61,
        }),
        costs => {
          const chance = series(index => costs[index]);
          claimed +=
            savingGot({ days: chance, appliedAt, completeTo })!.got > 0n
              ? 1
              : 0;
        },
      ),
      { numRuns: runs },
    );
    // one in forty by definition
    expect(claimed / runs).toBeLessThan(0.08);
  });
});
