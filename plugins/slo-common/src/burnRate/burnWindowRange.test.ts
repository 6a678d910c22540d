import fc from 'fast-check';
import { instants, utc } from '../__testUtils__/arbitraries';
import { BURN_WINDOWS, BURN_WINDOW_SECONDS } from '../status/BurnRates';
import { burnWindowRange } from './burnWindowRange';

describe('burnWindowRange', () => {
  it('reaches back from a bucket boundary by exactly its length', () => {
    const at = utc('2026-11-21T12:00:00Z');
    for (const window of BURN_WINDOWS) {
      expect(burnWindowRange({ window, at })).toEqual({
        from: at - BURN_WINDOW_SECONDS[window],
        to: at,
      });
    }
  });

  it.each([
    ['12:02', '11:55'],
    ['12:03', '12:00'],
    ['12:04', '12:00'],
    ['12:05', '12:00'],
  ])('snaps the start of 5m at %s to the nearest boundary', (at, from) => {
    expect(
      burnWindowRange({ window: '5m', at: utc(`2026-11-21T${at}:00Z`) }),
    ).toEqual({
      from: utc(`2026-11-21T${from}:00Z`),
      to: utc(`2026-11-21T${at}:00Z`),
    });
  });

  it('property: starts on a boundary, ends now, never off by more than half a bucket', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BURN_WINDOWS), instants, (window, at) => {
        const { from, to } = burnWindowRange({ window, at });
        expect(from % 300).toBe(0);
        expect(to).toBe(at);
        expect(
          Math.abs(to - from - BURN_WINDOW_SECONDS[window]),
        ).toBeLessThanOrEqual(150);
      }),
    );
  });

  it('property: a longer window starts no later', () => {
    fc.assert(
      fc.property(instants, at => {
        const starts = BURN_WINDOWS.map(
          window => burnWindowRange({ window, at }).from,
        );
        expect(starts).toEqual([...starts].sort((a, b) => b - a));
      }),
    );
  });
});
