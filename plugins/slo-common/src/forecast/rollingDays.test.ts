import fc from 'fast-check';
import { instants, utc } from '../__testUtils__/arbitraries';
import { rollingDays } from './rollingDays';

const DAY = 86_400;
const at = utc('2026-11-21T12:00:00Z');

describe('rollingDays', () => {
  it('is each whole day that a month reaches into', () => {
    const days = rollingDays({ at, windowSeconds: 30 * DAY });
    expect(days).toHaveLength(30);
    expect(days[0].from).toBe(utc('2026-10-22T00:00:00Z'));
    expect(days[29].to).toBe(utc('2026-11-21T00:00:00Z'));
  });

  it('is yesterday for an hour, and few stretches for a year', () => {
    expect(rollingDays({ at, windowSeconds: 3_600 })).toHaveLength(1);
    const year = rollingDays({ at, windowSeconds: 365 * DAY });
    expect(year).toHaveLength(31);
    expect(year[0].to - year[0].from).toBe(12 * DAY);
  });

  it('property: leaves no hole, reaches back far enough, and stays the same all day', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 300, max: 400 * DAY }),
        fc.nat(DAY - 1),
        (now, windowSeconds, later) => {
          const midnight = Math.floor(now / DAY) * DAY;
          const days = rollingDays({ at: midnight, windowSeconds });
          expect(days[0].from).toBeLessThanOrEqual(midnight - windowSeconds);
          expect(days[days.length - 1].to).toBe(midnight);
          days.slice(1).forEach((day, index) => {
            expect(day.from).toBe(days[index].to);
          });
          expect(rollingDays({ at: midnight + later, windowSeconds })).toEqual(
            days,
          );
        },
      ),
    );
  });
});
