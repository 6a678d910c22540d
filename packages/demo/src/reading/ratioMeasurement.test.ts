import type { CounterSeries } from '../world/series';
import { ratioMeasurement } from './ratioMeasurement';

function series(perMinute: number, from = 0): CounterSeries {
  return {
    kind: 'counter',
    growth: () => perMinute,
    exists: minute => minute >= from,
  };
}

describe('ratioMeasurement', () => {
  it('counts bad events, or those that are not good', () => {
    const total = series(10);
    const tally = { bad: 6, total: 20, inconsistent: false };
    expect(
      ratioMeasurement({ bad: series(3), total }).occurrences(0, 120),
    ).toEqual(tally);
    expect(
      ratioMeasurement({ good: series(7), total }).occurrences(0, 120),
    ).toEqual(tally);
  });

  it('clamps what is out of step, and says so', () => {
    const total = series(10);
    expect(
      ratioMeasurement({ good: series(12), total }).occurrences(0, 60),
    ).toEqual({ bad: 0, total: 10, inconsistent: true });
    expect(
      ratioMeasurement({ bad: series(12), total }).occurrences(0, 60),
    ).toEqual({ bad: 10, total: 10, inconsistent: true });
  });

  it('can do without a series of bad events, but not without the others', () => {
    const late = series(1, 5);
    expect(ratioMeasurement({ bad: late, total: series(1) }).exists(4)).toBe(
      true,
    );
    expect(ratioMeasurement({ good: late, total: series(1) }).exists(4)).toBe(
      false,
    );
    expect(ratioMeasurement({ bad: series(1), total: late }).exists(4)).toBe(
      false,
    );
    expect(ratioMeasurement({ bad: series(1), total: late }).exists(5)).toBe(
      true,
    );
  });

  it('has no ratio of nothing', () => {
    const quiet = ratioMeasurement({ bad: series(0), total: series(0) });
    expect(quiet.goodRatio(0, 300)).toBeUndefined();
    const busy = ratioMeasurement({ bad: series(1), total: series(4) });
    expect(busy.goodRatio(0, 300)).toBe(0.75);
  });
});
