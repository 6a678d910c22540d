import { CYCLE_MINUTES } from '../time/cycle';
import {
  type Episode,
  failingShare,
  gaugeShift,
  minutesInto,
  slowShare,
} from './Episode';

const steady: Episode = {
  from: 100,
  minutes: 10,
  failing: 0.2,
  slow: { share: 0.3, seconds: 2 },
  gauge: 5,
};
const stepped: Episode = { from: 105, minutes: 2, failing: [0.1, 0.4] };

describe('Episode', () => {
  it('begins with its first minute and ends before the one after its last', () => {
    expect(minutesInto(steady, 99)).toBeUndefined();
    expect(minutesInto(steady, 100)).toBe(0);
    expect(minutesInto(steady, 109)).toBe(9);
    expect(minutesInto(steady, 110)).toBeUndefined();
  });

  it('reaches into the next cycle', () => {
    const late = { ...steady, from: CYCLE_MINUTES - 4 };
    expect(minutesInto(late, CYCLE_MINUTES - 1)).toBe(3);
    expect(minutesInto(late, 0)).toBe(4);
    expect(minutesInto(late, 5)).toBe(9);
    expect(minutesInto(late, 6)).toBeUndefined();
  });

  it('adds up where episodes meet', () => {
    const both = [steady, stepped];
    expect(failingShare(both, 104)).toBeCloseTo(0.2);
    expect(failingShare(both, 105)).toBeCloseTo(0.3);
    expect(failingShare(both, 106)).toBeCloseTo(0.6);
    expect(failingShare(both, 110)).toBe(0);
    expect(gaugeShift(both, 106)).toBe(5);
    expect(gaugeShift(both, 99)).toBe(0);
  });

  it('is slow only for bounds that its requests miss', () => {
    expect(slowShare([steady], 101, 1.9)).toBe(0.3);
    expect(slowShare([steady], 101, 2)).toBe(0);
    expect(slowShare([steady], 99, 1)).toBe(0);
  });
});
