import { isMonthInPart } from './isMonthInPart';

describe('isMonthInPart', () => {
  it('is said of a month that misses more than a twentieth', () => {
    expect(isMonthInPart({ remaining: 0.5, coverage: 0.94999 })).toBe(true);
    expect(isMonthInPart({ remaining: 0.5, coverage: 0.95 })).toBe(false);
    expect(isMonthInPart({ remaining: -0.5, coverage: 0.27 })).toBe(true);
  });

  it('is said neither of whole months nor of months without any data', () => {
    expect(isMonthInPart({ remaining: 0.5 })).toBe(false);
    expect(isMonthInPart({ coverage: 0 })).toBe(false);
  });
});
