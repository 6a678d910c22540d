import fc from 'fast-check';
import { medianLead } from './medianLead';

describe('the median lead time of changes', () => {
  it.each([
    [[], undefined],
    [[undefined], undefined],
    [[30, undefined, 10, 20], 20],
    [[40, 10, 20, 30], 25],
  ])('of %p is %p', (seconds, median) => {
    expect(medianLead(seconds.map(leadSeconds => ({ leadSeconds })))).toBe(
      median,
    );
  });

  it('has as many below as above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }),
        seconds => {
          const median = medianLead(
            seconds.map(leadSeconds => ({ leadSeconds })),
          )!;
          const below = seconds.filter(value => value < median).length;
          const above = seconds.filter(value => value > median).length;
          expect(Math.max(below, above)).toBeLessThanOrEqual(
            seconds.length / 2,
          );
        },
      ),
    );
  });
});
