import fc from 'fast-check';
import {
  openDuration,
  parseDuration,
  shortDuration,
  wholeDuration,
} from './duration';

describe('durations', () => {
  it.each([
    ['5m', 300],
    ['1h30m', 5_400],
    ['1d', 86_400],
    ['1w', 604_800],
    ['1y', 31_536_000],
    ['1500ms', 1.5],
    ['300', 300],
    ['0.5', 0.5],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['', '5M', '5 m', 'm', '-5m', '1.2.3', 'Infinity'])(
    'refuses %j',
    text => {
      expect(() => parseDuration(text)).toThrow('is not a duration');
    },
  );

  it.each([
    [300, '5m'],
    [90, '90s'],
    [21_600, '6h'],
    [259_200, '3d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(shortDuration(seconds)).toBe(text);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), seconds => {
        expect(parseDuration(wholeDuration(seconds))).toBe(seconds);
        expect(parseDuration(shortDuration(seconds))).toBe(seconds);
        expect(parseDuration(openDuration(seconds))).toBeCloseTo(
          seconds - 0.001,
          6,
        );
      }),
    );
  });
});
