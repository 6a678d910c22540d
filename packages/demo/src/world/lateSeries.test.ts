import { lateSeries } from './lateSeries';

/** A Wednesday, 09:12 UTC: pods restart. */
const RESTART = Date.parse('2026-11-04T09:12:00Z') / 60_000;
const WEEK = 7 * 24 * 60;

describe('lateSeries', () => {
  const growthOf = new Map([
    [RESTART - 1, 4],
    [RESTART + 10, 3],
    [RESTART + 11, 1],
    [RESTART + 500, 2],
    [RESTART + WEEK + 3, 1],
    [RESTART + WEEK + 9, 7],
  ]);
  const series = lateSeries(minute => growthOf.get(minute) ?? 0);

  it('shows nothing of its first reading after a restart, and all that follows', () => {
    const offsets = [-1, 0, 10, 11, 500, WEEK + 3, WEEK + 9];
    expect(offsets.map(offset => series.growth(RESTART + offset))).toEqual([
      // The only one of the week before, so its first.
      0, 0, 0, 1, 2, 0, 7,
    ]);
  });

  it('is absent between a restart and its first reading', () => {
    const offsets = [-1, 0, 9, 10, WEEK - 1, WEEK, WEEK + 3];
    expect(offsets.map(offset => series.exists(RESTART + offset))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('stays absent in a week without anything to count', () => {
    const quiet = lateSeries(() => 0);
    expect(quiet.exists(RESTART + WEEK - 1)).toBe(false);
    expect(quiet.growth(RESTART + 5)).toBe(0);
  });
});
