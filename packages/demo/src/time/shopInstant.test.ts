import fc from 'fast-check';
import { CYCLE_DAYS, cycleMoment, cyclePosition } from './cycle';
import { cycleAt, shopInstant } from './shopInstant';
import { shopMinute } from './shopMinute';

const iso = (at: number) => new Date(at).toISOString();

describe('shopInstant', () => {
  it.each([
    [0, 8, '14:06:10', '2026-11-03T13:06:10.000Z', 'winter'],
    [-1, 8, '14:06:10', '2026-09-29T12:06:10.000Z', 'summer'],
    [-2, 31, '09:12', '2026-09-17T07:12:00.000Z', 'summer'],
    [4, 0, '00:00', '2027-03-14T23:00:00.000Z', 'before the clocks change'],
  ])('cycle %d, day %d, %s is %s (%s)', (cycle, day, clock, expected) => {
    expect(iso(shopInstant(cycle, day, clock))).toBe(expected);
  });

  it('means the same moment of the cycle as the traffic does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 0, max: CYCLE_DAYS - 1 }),
        fc.integer({ min: 4, max: 23 }),
        (cycle, day, hour) => {
          const clock = `${String(hour).padStart(2, '0')}:17`;
          const at = shopInstant(cycle, day, clock);
          expect(cyclePosition(shopMinute(at / 60_000))).toBe(
            cycleMoment(day, clock),
          );
          expect(cycleAt(at)).toBe(cycle);
        },
      ),
    );
  });
});
