import fc from 'fast-check';
import { objectiveBudgeting } from './objectiveBudgeting';

const slices = (timeSliceWindow: string | number) =>
  objectiveBudgeting({
    method: 'Timeslices',
    objective: { timeSliceTarget: 0.95, timeSliceWindow },
  });

describe('objectiveBudgeting', () => {
  it('counts events unless slices are asked for', () => {
    expect(
      objectiveBudgeting({
        method: 'Occurrences',
        objective: { timeSliceWindow: '7m' },
      }),
    ).toEqual({ budgeting: { method: 'occurrences' } });
  });

  it.each([
    ['1m', 60],
    [1, 60],
    ['5m', 300],
    [10, 600],
    ['1h', 3600],
    ['1d', 86_400],
  ])('takes slices of %p', (window, sliceSeconds) => {
    expect(slices(window)).toEqual({
      budgeting: { method: 'timeslices', sliceSeconds, sliceTarget: 0.95 },
    });
    expect(
      objectiveBudgeting({
        method: 'RatioTimeslices',
        objective: { timeSliceWindow: window },
      }),
    ).toEqual({ budgeting: { method: 'ratio-timeslices', sliceSeconds } });
  });

  it.each([
    ['2m', 'does not line up'],
    ['7m', 'does not line up'],
    [4, 'does not line up'],
    ['2d', 'is out of range'],
    ['1M', 'is out of range'],
  ])('refuses slices of %p', (window, fault) => {
    expect(slices(window)).toEqual({
      budgeting: expect.objectContaining({ method: 'timeslices' }),
      fault: expect.stringContaining(fault),
    });
  });

  it('never lets a slice straddle a bucket by a part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), minutes => {
        const { fault } = slices(minutes);
        const seconds = minutes * 60;
        const lineUp = 300 % seconds === 0 || seconds % 300 === 0;
        expect(fault !== undefined).toBe(!lineUp || seconds > 86_400);
      }),
    );
  });
});
