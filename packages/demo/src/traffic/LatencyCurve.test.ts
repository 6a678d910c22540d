import fc from 'fast-check';
import { LatencyCurve } from './LatencyCurve';

const quantiles = [
  { seconds: 0.089, slower: 0.5 },
  { seconds: 0.145, slower: 0.25 },
  { seconds: 0.32, slower: 0.05 },
  { seconds: 0.68, slower: 0.01 },
];
const curve = LatencyCurve.create(quantiles);
const seconds = fc.double({ min: 0.001, max: 100, noNaN: true });

describe('LatencyCurve', () => {
  it.each(quantiles)('goes through $seconds s, $slower', quantile => {
    expect(curve.slowerThan(quantile.seconds)).toBeCloseTo(quantile.slower, 9);
  });

  it('falls all the time, between 1 and 0', () => {
    fc.assert(
      fc.property(seconds, seconds, (one, other) => {
        const [fast, slow] = [one, other].sort((a, b) => a - b);
        expect(curve.slowerThan(fast)).toBeGreaterThanOrEqual(
          curve.slowerThan(slow),
        );
        expect(curve.slowerThan(fast)).toBeLessThanOrEqual(1);
        expect(curve.slowerThan(slow)).toBeGreaterThan(0);
      }),
    );
  });

  it('goes on straight behind the last quantile', () => {
    const step = Math.log(curve.slowerThan(0.5) / 0.01) / Math.log(0.5 / 0.68);
    const beyond = Math.log(curve.slowerThan(2) / 0.01) / Math.log(2 / 0.68);
    expect(beyond).toBeCloseTo(step, 9);
  });
});
