import fc from 'fast-check';
import { localSeconds, toLocalInstant } from './localInstant';

describe('localInstant', () => {
  it('is the reader’s own time, to the minute', () => {
    expect(toLocalInstant(new Date(2026, 0, 5, 7, 3, 59))).toBe(
      '2026-01-05T07:03',
    );
    expect(localSeconds('2026-01-05T07:03')).toBe(
      new Date(2026, 0, 5, 7, 3).getTime() / 1000,
    );
    expect(localSeconds('')).toBeNaN();
  });

  it('property: what is written is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), minutes => {
        const at = new Date(2026, 0, 1, 0, minutes);
        expect(localSeconds(toLocalInstant(at))).toBe(at.getTime() / 1000);
      }),
    );
  });
});
