import fc from 'fast-check';
import { compareVersions, isVersion } from './compareVersions';

const version = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30))
  .map(parts => parts.join('.'));

describe('compareVersions', () => {
  it('orders by numbers, not by letters', () => {
    expect(
      ['1.10.0', '1.9.1', '0.99.0', '2.0.0'].sort(compareVersions),
    ).toEqual(['0.99.0', '1.9.1', '1.10.0', '2.0.0']);
    expect(compareVersions('v1', '0.0.0')).toBeLessThan(0);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(
          0 - Math.sign(compareVersions(b, a)),
        );
        expect(compareVersions(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('knows what is none', () => {
    expect(
      ['1.0.0', '1.0', '1.0.0-rc.1', '', undefined].map(isVersion),
    ).toEqual([true, false, false, false, false]);
  });
});
