import fc from 'fast-check';
import { utc } from '../__testUtils__/arbitraries';
import type { ExpectedVolume } from '../calendar/expectedVolume';
import { expectedTotal } from './expectedTotal';

const DAY = 86_400;
const at = utc('2026-11-21T12:00:00Z');
const window = { from: at - 10 * DAY, to: at, fullTo: at };
const rest: ExpectedVolume = {
  total: 5_000,
  stretches: [],
  basis: 'same-weekday',
};

describe('expectedTotal', () => {
  it('is what was measured in a window that was measured from its start', () => {
    const sum = { total: 1_000, coveredSeconds: 9 * DAY };
    const options = { window, sum, measuredFrom: window.from };
    expect(expectedTotal(options)).toBe(1_000);
    expect(expectedTotal({ ...options, rest })).toBe(6_000);
  });

  it('is scaled up to the elapsed window while that warms up', () => {
    const sum = { total: 1_000, coveredSeconds: 2 * DAY };
    const options = { window, sum, measuredFrom: at - 2 * DAY };
    expect(expectedTotal(options)).toBe(5_000);
    expect(expectedTotal({ ...options, rest })).toBe(10_000);
  });

  it('is not scaled by nothing', () => {
    const sum = { total: 0, coveredSeconds: 0 };
    expect(expectedTotal({ window, sum })).toBe(0);
    expect(expectedTotal({ window, sum, rest })).toBe(5_000);
  });

  it('property: is never less than what was measured', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(12 * DAY),
        fc.integer({ min: at - 12 * DAY, max: at }),
        (total, coveredSeconds, measuredFrom) => {
          const sum = { total, coveredSeconds };
          expect(
            expectedTotal({ window, sum, measuredFrom }),
          ).toBeGreaterThanOrEqual(total);
        },
      ),
    );
  });
});
