import fc from 'fast-check';
import { linearScale, logarithmicScale, stripPosition } from './stripScale';

const amount = fc.double({ min: 0.001, max: 1e7, noNaN: true });

describe('the place of a value on a strip', () => {
  it.each([
    [0, 0],
    [4, 25],
    [16, 100],
    [40, 100],
    [-3, 0],
  ])('%p of 16 stands at %p percent', (value, percent) => {
    expect(stripPosition(value, { min: 0, max: 16 })).toBe(percent);
  });

  it('goes by orders of magnitude on a logarithmic axis', () => {
    const scale = { min: 60, max: 6_000, logarithmic: true };
    expect(stripPosition(600, scale)).toBeCloseTo(50);
    expect(stripPosition(0, scale)).toBe(0);
  });

  it.each([
    ['linear', linearScale],
    ['logarithmic', logarithmicScale],
  ])('leaves room for all values and the target: %s', (_name, scaleOf) => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.option(amount, { nil: undefined }),
        (values, target) => {
          const scale = scaleOf({ values, target });
          for (const value of [...values, ...(target ? [target] : [])]) {
            const place = stripPosition(value, scale);
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThan(100);
          }
        },
      ),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const values = [a, b];
        for (const scale of [
          linearScale({ values }),
          logarithmicScale({ values }),
        ]) {
          expect(stripPosition(Math.min(a, b), scale)).toBeLessThanOrEqual(
            stripPosition(Math.max(a, b), scale),
          );
        }
      }),
    );
  });

  it('has an axis even for nothing', () => {
    expect(linearScale({ values: [] })).toEqual({ min: 0, max: 1 });
    expect(linearScale({ values: [0] })).toEqual({ min: 0, max: 1 });
  });

  it('puts a target that is far off in the middle', () => {
    expect(
      stripPosition(180, linearScale({ values: [2], target: 180 })),
    ).toBeCloseTo(50);
  });
});
