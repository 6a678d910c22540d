import { windowSeconds } from './windowSeconds';

describe('windowSeconds', () => {
  it.each([
    ['m', 60],
    ['h', 3_600],
    ['d', 86_400],
    ['w', 7 * 86_400],
    ['M', 30 * 86_400],
    ['Q', 90 * 86_400],
    ['Y', 365 * 86_400],
  ] as const)('gives the nominal length of 1%s', (unit, seconds) => {
    expect(windowSeconds({ value: 1, unit })).toBe(seconds);
    expect(windowSeconds({ value: 4, unit })).toBe(4 * seconds);
  });

  it('keeps minute and month apart', () => {
    expect(windowSeconds({ value: 1, unit: 'M' })).toBe(
      43_200 * windowSeconds({ value: 1, unit: 'm' }),
    );
  });
});
