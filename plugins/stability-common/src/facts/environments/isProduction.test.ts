import { isProduction } from './isProduction';

describe('isProduction', () => {
  it.each([
    ['production', true],
    ['Production', true],
    ['prod-eu', true],
    ['prod', false],
    ['preproduction', false],
    ['production-2', false],
    ['live.eu', true],
    ['livexeu', false],
    ['', false],
  ])('%s: %s', (environment, expected) => {
    expect(isProduction(environment, ['production', 'prod-*', 'live.eu'])).toBe(
      expected,
    );
  });

  it('is nothing when nothing is named', () => {
    expect(isProduction('production', [])).toBe(false);
  });
});
