import fc from 'fast-check';
import { CYCLE_MINUTES, cycleMoment, cyclePosition } from './cycle';

const clock = (text: string) => Date.parse(`${text}:00Z`) / 60_000;

describe('the cycle', () => {
  it.each([
    ['2026-10-26T00:00', 0, '00:00'],
    ['2026-11-03T14:06', 8, '14:06'],
    ['2026-11-29T23:59', 34, '23:59'],
    ['2026-11-30T00:00', 0, '00:00'],
    ['2026-10-25T23:59', 34, '23:59'],
    ['2025-11-18T14:06', 8, '14:06'],
  ])('finds %s on day %d at %s', (text, day, time) => {
    expect(cyclePosition(clock(text))).toBe(cycleMoment(day, time));
  });

  it('comes back after five weeks and never in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), minute => {
        const position = cyclePosition(minute);
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThan(CYCLE_MINUTES);
        expect(cyclePosition(minute + CYCLE_MINUTES)).toBe(position);
        expect(cyclePosition(minute + 1)).toBe((position + 1) % CYCLE_MINUTES);
      }),
    );
  });
});
