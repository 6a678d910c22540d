import fc from 'fast-check';
import { formatParts } from './decimals';
import { planPromise } from './planPromise';

const numbers = {
  availability: 99.9,
  errorRatePercent: 1,
  latencyP95Ms: 500,
  latencyP99Ms: 1000,
} as const;

describe('planPromise', () => {
  it('writes the numbers of the form as exact decimals', () => {
    expect(planPromise(numbers)).toEqual({
      availability: { percent: 99.9, target: '0.999', budgetMinutes: 43.2 },
      errors: { percent: 1, ratio: '0.01', target: '0.99' },
      latency: {
        p95: { ms: 500, seconds: '0.5' },
        p99: { ms: 1000, seconds: '1' },
      },
    });
    const strict = planPromise({
      ...numbers,
      availability: 99.99,
      errorRatePercent: 0.29,
      latencyP95Ms: 400,
    });
    expect(strict.availability).toEqual({
      percent: 99.99,
      target: '0.9999',
      budgetMinutes: 4.32,
    });
    expect(strict.errors).toEqual({
      percent: 0.29,
      ratio: '0.0029',
      target: '0.9971',
    });
    expect(strict.latency.p95.seconds).toBe('0.4');
  });

  it('keeps target, ratio and minutes together whatever is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9500, max: 9999 }), hundredths => {
        const availability = hundredths / 100;
        const planned = planPromise({ ...numbers, availability }).availability;
        expect(planned.target).toMatch(/^0\.9\d*[1-9]$/);
        expect(Number(planned.target) * 100).toBeCloseTo(availability, 9);
        expect(planned.budgetMinutes).toBeCloseTo(
          43_200 * (1 - Number(planned.target)),
          6,
        );
        // no 43.199999999999996 minutes
        expect(String(planned.budgetMinutes).length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('splits errors and what is no error into one whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 500 }), hundredths => {
        const { ratio, target } = planPromise({
          ...numbers,
          errorRatePercent: hundredths / 100,
        }).errors;
        expect(Number(ratio) + Number(target)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('formatParts', () => {
  it.each([
    [0, 3, '0'],
    [1, 3, '0.001'],
    [500, 3, '0.5'],
    [1000, 3, '1'],
    [12_340, 3, '12.34'],
  ])('writes %d parts of %d decimals as %s', (parts, decimals, text) => {
    expect(formatParts(parts, decimals)).toBe(text);
  });
});
