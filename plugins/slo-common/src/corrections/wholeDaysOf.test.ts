import fc from 'fast-check';
import { utc, zones } from '../__testUtils__/arbitraries';
import { zonedDays } from '../calendar/zonedDays';
import { wholeDaysOf } from './wholeDaysOf';

const DAY = 86_400;
const daysBefore = utc('2025-10-10T00:00:00Z');
const of = (from: string, to: string, timeZone = 'UTC') =>
  wholeDaysOf({
    excluded: [{ from: utc(from), to: utc(to) }],
    daysBefore,
    timeZone,
  });

describe('wholeDaysOf', () => {
  it('leaves what lies within fine cells', () => {
    expect(of('2025-10-10T03:00:00Z', '2025-10-10T05:00:00Z')).toEqual([
      { from: utc('2025-10-10T03:00:00Z'), to: utc('2025-10-10T05:00:00Z') },
    ]);
  });

  it('keeps the whole days of what lies further back', () => {
    expect(of('2025-10-01T20:00:00Z', '2025-10-04T04:00:00Z')).toEqual([
      { from: utc('2025-10-02T00:00:00Z'), to: utc('2025-10-04T00:00:00Z') },
    ]);
    expect(of('2025-10-01T20:00:00Z', '2025-10-02T04:00:00Z')).toEqual([]);
  });

  it('cuts days in the zone that the ledger cuts them in', () => {
    expect(
      of('2025-10-01T21:00:00Z', '2025-10-03T23:00:00Z', 'Europe/Warsaw'),
    ).toEqual([
      { from: utc('2025-10-01T22:00:00Z'), to: utc('2025-10-03T22:00:00Z') },
    ]);
  });

  it('keeps the fine part of what reaches over', () => {
    expect(of('2025-10-09T20:00:00Z', '2025-10-10T04:00:00Z')).toEqual([
      { from: daysBefore, to: utc('2025-10-10T04:00:00Z') },
    ]);
  });

  it('property: never excludes more, and no day in part', () => {
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: -20 * 96, max: 96 }),
        fc.integer({ min: 1, max: 10 * 96 }),
        (timeZone, offset, length) => {
          const from = daysBefore + offset * 900;
          const to = from + length * 900;
          const kept = wholeDaysOf({
            excluded: [{ from, to }],
            daysBefore,
            timeZone,
          });
          for (const range of kept) {
            expect(range.from).toBeGreaterThanOrEqual(from);
            expect(range.to).toBeLessThanOrEqual(to);
            const touched = zonedDays({ ...range, timeZone }).filter(
              day => day.to <= daysBefore - DAY,
            );
            for (const day of touched) {
              expect(day.from).toBeGreaterThanOrEqual(range.from);
              expect(day.to).toBeLessThanOrEqual(range.to);
            }
          }
        },
      ),
    );
  });
});
