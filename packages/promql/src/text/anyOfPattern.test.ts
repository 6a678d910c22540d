import fc from 'fast-check';
import { anyOfPattern, literalPattern } from './anyOfPattern';

/** As PromQL does: the whole value must match. */
function matches(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 's').test(value);
}

const value = fc.string({
  unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\-/ é'.split('')),
  maxLength: 8,
});

describe('anyOfPattern', () => {
  it('matches each of the values and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 6 }),
        value,
        (values, other) => {
          const pattern = anyOfPattern(values);
          values.forEach(one => expect(matches(pattern, one)).toBe(true));
          expect(matches(pattern, other)).toBe(values.includes(other));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('leaves what is not special as it is, so that servers can look it up', () => {
    expect(literalPattern('checkout-api/v1_x')).toBe('checkout-api/v1_x');
    expect(anyOfPattern(['a.b', 'c'])).toBe('a\\.b|c');
  });
});
