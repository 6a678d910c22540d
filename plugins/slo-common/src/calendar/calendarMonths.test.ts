import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { instants, utc, zones } from '../__testUtils__/arbitraries';
import { calendarMonths } from './calendarMonths';

const at = utc('2026-11-21T12:00:00Z');

describe('calendarMonths', () => {
  it('gives twelve months and the current one, oldest first', () => {
    const months = calendarMonths({ at, timeZone: 'UTC' });
    expect(months).toHaveLength(13);
    expect(months[0]).toEqual({
      from: utc('2025-11-01T00:00Z'),
      to: utc('2025-12-01T00:00Z'),
      current: false,
    });
    expect(months[11].current).toBe(false);
    expect(months[12]).toEqual({
      from: utc('2026-11-01T00:00Z'),
      to: utc('2026-12-01T00:00Z'),
      current: true,
    });
  });

  it('gives as many as asked for', () => {
    expect(calendarMonths({ at, timeZone: 'UTC', past: 0 })).toHaveLength(1);
    expect(calendarMonths({ at, timeZone: 'UTC', past: 2 })).toHaveLength(3);
  });

  it('pitfall 11: cuts them in the zone', () => {
    const last = calendarMonths({ at, timeZone: 'Asia/Kathmandu' })[12];
    expect(last.from).toBe(utc('2026-10-31T18:15:00Z'));
    const october = calendarMonths({ at, timeZone: 'Europe/Warsaw' })[11];
    expect((october.to - october.from) / 3600).toBe(31 * 24 + 1);
  });

  it('pitfall 11: a zone may be in another month already', () => {
    const lastHour = utc('2026-11-30T20:00:00Z');
    const months = calendarMonths({ at: lastHour, timeZone: 'Asia/Kathmandu' });
    expect(months[12].from).toBe(utc('2026-11-30T18:15:00Z'));
  });

  it('names the zone that is not known', () => {
    const cut = () => calendarMonths({ at, timeZone: 'Mars/Olympus' });
    expect(cut).toThrow(InputError);
    expect(cut).toThrow("'Mars/Olympus' is no time zone; write an IANA name");
  });

  it('property: months follow each other, and only the last holds now', () => {
    fc.assert(
      fc.property(instants, zones, (now, timeZone) => {
        const months = calendarMonths({ at: now, timeZone });
        for (let index = 1; index < months.length; index += 1) {
          expect(months[index].from).toBe(months[index - 1].to);
        }
        expect(months.map(({ current }) => current)).toEqual(
          months.map(({ from, to }) => from <= now && now < to),
        );
        for (const { from, to } of months) {
          expect(Math.round((to - from) / 86_400)).toBeGreaterThanOrEqual(28);
          expect(Math.round((to - from) / 86_400)).toBeLessThanOrEqual(31);
        }
      }),
    );
  });
});
