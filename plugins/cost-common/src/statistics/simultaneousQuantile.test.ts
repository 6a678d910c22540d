import { simultaneousQuantile } from './simultaneousQuantile';
import { studentQuantile } from './studentQuantile';

describe('simultaneousQuantile', () => {
  it('is that of Student where one is tried', () => {
    for (let degrees = 1; degrees <= 60; degrees++) {
      const one = simultaneousQuantile({ degrees, tried: 1 });
      expect(Math.abs(one - studentQuantile(degrees))).toBeLessThan(0.004);
    }
  });

  it.each([
    // tables of t at 99.5 % and 99.95 %, for 1 - 0.95^(1/n) near 0.01 and 0.001
    { degrees: 10, tried: 5.104, expected: 3.169 },
    { degrees: 20, tried: 5.104, expected: 2.845 },
    { degrees: 10, tried: 51.27, expected: 4.587 },
    { degrees: 60, tried: 51.27, expected: 3.46 },
    { degrees: 1, tried: 5.104, expected: 63.66 },
    { degrees: 2, tried: 5.104, expected: 9.925 },
  ])('is $expected for $tried at $degrees degrees', given => {
    expect(simultaneousQuantile(given)).toBeCloseTo(given.expected, 2);
  });

  it('grows with what is tried, and falls with what is known', () => {
    const of = (degrees: number, tried: number) =>
      simultaneousQuantile({ degrees, tried });
    expect(of(20, 10)).toBeGreaterThan(of(20, 9));
    expect(of(20, 10)).toBeLessThan(of(19, 10));
    expect(of(5_000, 1)).toBeCloseTo(1.97, 2);
    expect(of(20, 0)).toBe(of(20, 1));
    expect(of(0, 3)).toBe(Infinity);
  });
});
