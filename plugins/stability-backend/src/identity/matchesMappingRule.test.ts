import * as fc from 'fast-check';
import { matchesMappingRule } from './matchesMappingRule';

const fits = (pattern: string, value: string) =>
  matchesMappingRule(
    { when: [{ type: 'job', pattern }] },
    { source: 'jenkins', hints: [{ type: 'job', value }] },
  );

describe('matchesMappingRule', () => {
  it.each([
    ['shop/cart', 'Shop/Cart', true],
    ['shop/cart', 'shop/cart2', false],
    ['shop/*', 'shop/', true],
    ['*cart', 'shop/cart', true],
    ['s*t', 'st', true],
    ['ab*ba', 'aba', false],
    ['a*b*a', 'aba', true],
    ['a*bb*a', 'aba', false],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['**x**', 'axb', true],
  ])('%p and %p: %p', (pattern, value, expected) => {
    expect(fits(pattern, value)).toBe(expected);
  });

  it('agrees with a regular expression, in no more than linear time', () => {
    const piece = fc.stringMatching(/^[ab]{0,3}$/);
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.stringMatching(/^[ab]{0,12}$/),
        (pieces, value) => {
          const expected = new RegExp(`^${pieces.join('.*')}$`).test(value);
          expect(fits(pieces.join('*'), value)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
    const startedAt = performance.now();
    expect(fits(`${'*a'.repeat(200)}*b`, 'a'.repeat(50_000))).toBe(false);
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });

  it('needs all conditions, the source, and at least one condition', () => {
    const question = {
      source: 'jenkins',
      hints: [
        { type: 'job' as const, value: 'a' },
        { type: 'environment' as const, value: 'b' },
      ],
    };
    const job = { type: 'job' as const, pattern: 'a' };
    const other = { type: 'environment' as const, pattern: 'a' };
    expect(matchesMappingRule({ when: [job] }, question)).toBe(true);
    expect(matchesMappingRule({ when: [job, other] }, question)).toBe(false);
    expect(
      matchesMappingRule({ source: 'github', when: [job] }, question),
    ).toBe(false);
    expect(matchesMappingRule({ source: 'jenkins', when: [] }, question)).toBe(
      false,
    );
  });
});
