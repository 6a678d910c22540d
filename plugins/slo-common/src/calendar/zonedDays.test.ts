import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { instants, utc, zones } from '../__testUtils__/arbitraries';
import { zonedDays } from './zonedDays';

const DAY = 86_400;

describe('zonedDays', () => {
  it('gives the days that a stretch touches', () => {
    const days = zonedDays({
      from: utc('2026-11-20T22:59:59Z'),
      to: utc('2026-11-21T23:00:01Z'),
      timeZone: 'Europe/Warsaw',
    });
    expect(days).toEqual([
      {
        from: utc('2026-11-19T23:00:00Z'),
        to: utc('2026-11-20T23:00:00Z'),
        date: '2026-11-20',
        weekday: 5,
      },
      {
        from: utc('2026-11-20T23:00:00Z'),
        to: utc('2026-11-21T23:00:00Z'),
        date: '2026-11-21',
        weekday: 6,
      },
      {
        from: utc('2026-11-21T23:00:00Z'),
        to: utc('2026-11-22T23:00:00Z'),
        date: '2026-11-22',
        weekday: 7,
      },
    ]);
  });

  it('ends before a midnight that the stretch ends on', () => {
    const dates = zonedDays({
      from: utc('2026-11-20T00:00:00Z'),
      to: utc('2026-11-21T00:00:00Z'),
      timeZone: 'UTC',
    }).map(({ date }) => date);
    expect(dates).toEqual(['2026-11-20']);
  });

  it('gives nothing for an empty stretch', () => {
    const noon = utc('2026-11-20T12:00:00Z');
    const midnight = utc('2026-11-20T00:00:00Z');
    expect(
      zonedDays({ from: midnight, to: midnight, timeZone: 'UTC' }),
    ).toEqual([]);
    expect(zonedDays({ from: noon, to: noon - DAY, timeZone: 'UTC' })).toEqual(
      [],
    );
  });

  it('names the zone that is not known', () => {
    const cut = () => zonedDays({ from: 0, to: 1, timeZone: 'Mars/Olympus' });
    expect(cut).toThrow(InputError);
    expect(cut).toThrow("'Mars/Olympus' is no time zone; write an IANA name");
  });

  it('pitfall 11: a day starts at one where clocks jump over midnight', () => {
    const [day] = zonedDays({
      from: utc('2018-11-04T12:00:00Z'),
      to: utc('2018-11-04T12:00:01Z'),
      timeZone: 'America/Sao_Paulo',
    });
    expect(day).toEqual({
      from: utc('2018-11-04T03:00:00Z'),
      to: utc('2018-11-05T02:00:00Z'),
      date: '2018-11-04',
      weekday: 7,
    });
  });

  it('pitfall 11: leaves out the day that Samoa skipped', () => {
    const dates = zonedDays({
      from: utc('2011-12-29T00:00:00Z'),
      to: utc('2012-01-01T00:00:00Z'),
      timeZone: 'Pacific/Apia',
    }).map(({ date }) => date);
    expect(dates).toEqual([
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });

  it('gives the same days however often and in whatever order it is asked', () => {
    const stretch = { from: 1_700_000_000, to: 1_700_000_000 + 100 * DAY };
    const first = zonedDays({ ...stretch, timeZone: 'Asia/Beirut' });
    // More days than are kept.
    zonedDays({ from: 0, to: 500 * 32 * DAY, timeZone: 'UTC' });
    expect(zonedDays({ ...stretch, timeZone: 'Asia/Beirut' })).toEqual(first);
    expect(zonedDays({ ...stretch, timeZone: 'UTC' })).not.toEqual(first);
  });

  it('property: days tile the stretch, each of 22 to 26 hours', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 90 * DAY }),
        zones,
        (from, length, timeZone) => {
          const to = from + length;
          const days = zonedDays({ from, to, timeZone });
          expect(days[0].from).toBeLessThanOrEqual(from);
          expect(days[0].to).toBeGreaterThan(from);
          expect(days[days.length - 1].from).toBeLessThan(to);
          expect(days[days.length - 1].to).toBeGreaterThanOrEqual(to);
          for (let index = 1; index < days.length; index += 1) {
            expect(days[index].from).toBe(days[index - 1].to);
            expect(days[index].weekday).toBe((days[index - 1].weekday % 7) + 1);
          }
          for (const day of days) {
            expect(day.to - day.from).toBeGreaterThanOrEqual(23 * 3600);
            expect(day.to - day.from).toBeLessThanOrEqual(25 * 3600);
          }
        },
      ),
    );
  });

  it('property: the date is the one that a calendar of the zone shows all day', () => {
    fc.assert(
      fc.property(instants, zones, (at, timeZone) => {
        const [day] = zonedDays({ from: at, to: at + 1, timeZone });
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone });
        for (const inside of [day.from, at, day.to - 1]) {
          expect(shown.format(inside * 1000)).toBe(day.date);
        }
        expect(new Date(day.date).getUTCDay()).toBe(day.weekday % 7);
      }),
    );
  });
});
