import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { calendarWindows, instants, utc } from '../__testUtils__/arbitraries';
import { calendarBoundsAt } from './calendarGrid';
import type { CalendarWindow, DurationUnit } from './TimeWindow';

function calendar(
  unit: DurationUnit,
  options: { value?: number; startTime?: string; timeZone?: string } = {},
): CalendarWindow {
  return {
    kind: 'calendar',
    duration: { value: options.value ?? 1, unit },
    startTime: options.startTime ?? '2026-01-01 00:00:00',
    timeZone: options.timeZone ?? 'UTC',
  };
}

const hours = ({ from, to }: { from: number; to: number }) =>
  (to - from) / 3_600;

describe('calendarBoundsAt', () => {
  it.each([
    ['m', '2026-05-15T10:17:00Z', '2026-05-15T10:18:00Z'],
    ['h', '2026-05-15T10:00:00Z', '2026-05-15T11:00:00Z'],
    ['d', '2026-05-15T00:00:00Z', '2026-05-16T00:00:00Z'],
    // 2026-01-01 is a Thursday.
    ['w', '2026-05-14T00:00:00Z', '2026-05-21T00:00:00Z'],
    ['M', '2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z'],
    ['Q', '2026-04-01T00:00:00Z', '2026-07-01T00:00:00Z'],
    ['Y', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ] as const)('cuts 1%s', (unit, from, to) => {
    const at = utc('2026-05-15T10:17:30Z');
    expect(calendarBoundsAt({ window: calendar(unit), at })).toEqual({
      from: utc(from),
      to: utc(to),
    });
  });

  it('counts several units from the start', () => {
    const window = calendar('M', {
      value: 5,
      startTime: '2025-11-01 00:00:00',
    });
    const at = utc('2026-05-15T00:00:00Z');
    expect(calendarBoundsAt({ window, at })).toEqual({
      from: utc('2026-04-01T00:00:00Z'),
      to: utc('2026-09-01T00:00:00Z'),
    });
  });

  it('starts a window at its first second and ends it before its last', () => {
    const window = calendar('M', { timeZone: 'Europe/Warsaw' });
    const june = utc('2026-05-31T22:00:00Z');
    expect(calendarBoundsAt({ window, at: june }).from).toBe(june);
    expect(calendarBoundsAt({ window, at: june - 1 }).to).toBe(june);
  });

  it('reaches back before the start', () => {
    const window = calendar('Q', { startTime: '2026-02-01 00:00:00' });
    const at = utc('2025-12-31T23:59:59Z');
    expect(calendarBoundsAt({ window, at })).toEqual({
      from: utc('2025-11-01T00:00:00Z'),
      to: utc('2026-02-01T00:00:00Z'),
    });
  });

  it('tells windows that differ in one part apart, whatever was asked before', () => {
    const at = utc('2026-05-15T10:00:00Z');
    const windows = [
      calendar('M'),
      calendar('M', { value: 2 }),
      calendar('Q'),
      calendar('M', { timeZone: 'Asia/Kathmandu' }),
      calendar('M', { startTime: '2026-01-02 00:00:00' }),
    ];
    const bounds = windows.map(window => calendarBoundsAt({ window, at }));
    expect(new Set(bounds.map(({ from, to }) => `${from} ${to}`)).size).toBe(5);
    const again = windows.map(window => calendarBoundsAt({ window, at }));
    expect(again).toEqual(bounds);
  });

  it('pitfall 11: cuts months in the zone, also at an offset of 5:45', () => {
    const at = utc('2026-11-21T12:00:00Z');
    const kathmandu = calendar('M', { timeZone: 'Asia/Kathmandu' });
    expect(calendarBoundsAt({ window: kathmandu, at })).toEqual({
      from: utc('2026-10-31T18:15:00Z'),
      to: utc('2026-11-30T18:15:00Z'),
    });
    const warsaw = calendar('M', { timeZone: 'Europe/Warsaw' });
    expect(calendarBoundsAt({ window: warsaw, at })).toEqual({
      from: utc('2026-10-31T23:00:00Z'),
      to: utc('2026-11-30T23:00:00Z'),
    });
  });

  it('pitfall 11: knows days of 23 and 25 hours', () => {
    const window = calendar('d', { timeZone: 'Europe/Warsaw' });
    const on = (text: string) => calendarBoundsAt({ window, at: utc(text) });
    expect(hours(on('2026-03-29T12:00:00Z'))).toBe(23);
    expect(hours(on('2026-10-25T12:00:00Z'))).toBe(25);
    expect(hours(on('2026-10-26T12:00:00Z'))).toBe(24);
  });

  it('pitfall 11: an hour stays an hour when clocks change', () => {
    const window = calendar('h', { value: 6, timeZone: 'Europe/Warsaw' });
    const at = utc('2026-03-29T01:30:00Z');
    expect(hours(calendarBoundsAt({ window, at }))).toBe(6);
  });

  it('pitfall 11: clamps the 31st from the origin, never cumulatively', () => {
    const window = calendar('M', { startTime: '2026-01-31 00:00:00' });
    const starts = ['02-15', '03-15', '04-15', '05-15'].map(day =>
      calendarBoundsAt({ window, at: utc(`2026-${day}T00:00:00Z`) }),
    );
    expect(starts).toEqual([
      { from: utc('2026-01-31T00:00Z'), to: utc('2026-02-28T00:00Z') },
      { from: utc('2026-02-28T00:00Z'), to: utc('2026-03-31T00:00Z') },
      { from: utc('2026-03-31T00:00Z'), to: utc('2026-04-30T00:00Z') },
      { from: utc('2026-04-30T00:00Z'), to: utc('2026-05-31T00:00Z') },
    ]);
  });

  it('pitfall 11: gives the 29th of February back in leap years', () => {
    const window = calendar('Y', { startTime: '2024-02-29 00:00:00' });
    const at = utc('2028-03-01T00:00:00Z');
    expect(calendarBoundsAt({ window, at })).toEqual({
      from: utc('2028-02-29T00:00:00Z'),
      to: utc('2029-02-28T00:00:00Z'),
    });
  });

  it('pitfall 11: passes over the day that Samoa skipped', () => {
    const window = calendar('d', {
      timeZone: 'Pacific/Apia',
      startTime: '2011-12-28 00:00:00',
    });
    const skip = utc('2011-12-30T10:00:00Z');
    const before = calendarBoundsAt({ window, at: skip - 1 });
    const after = calendarBoundsAt({ window, at: skip });
    expect(before.to).toBe(skip);
    expect(after.from).toBe(skip);
    expect(hours(before)).toBe(24);
    expect(hours(after)).toBe(24);
  });

  it.each([
    { startTime: '2026-02-30 00:00:00', timeZone: 'UTC' },
    { startTime: 'soon', timeZone: 'UTC' },
    { startTime: '2026-01-01 00:00:00', timeZone: 'Mars/Olympus' },
  ])('says what cannot be read: %j', ({ startTime, timeZone }) => {
    const window = calendar('M', { startTime, timeZone });
    const cut = () => calendarBoundsAt({ window, at: 0 });
    expect(cut).toThrow(InputError);
    expect(cut).toThrow(
      `startTime '${startTime}' in timeZone '${timeZone}' is no instant`,
    );
    expect(cut).toThrow("write it like '2026-01-01 00:00:00'");
  });

  it('property: the window holds the instant', () => {
    fc.assert(
      fc.property(calendarWindows, instants, (window, at) => {
        const { from, to } = calendarBoundsAt({ window, at });
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThan(at);
      }),
    );
  });

  it('property: windows tile time without gap or overlap', () => {
    fc.assert(
      fc.property(calendarWindows, instants, (window, at) => {
        const here = calendarBoundsAt({ window, at });
        const next = calendarBoundsAt({ window, at: here.to });
        const previous = calendarBoundsAt({ window, at: here.from - 1 });
        expect(next.from).toBe(here.to);
        expect(previous.to).toBe(here.from);
        for (const inside of [here.from, here.to - 1]) {
          expect(calendarBoundsAt({ window, at: inside })).toEqual(here);
        }
      }),
    );
  });

  it('property: every bound stands at the start time of day of the origin', () => {
    const daily = calendarWindows.filter(
      ({ duration }) => duration.unit !== 'h',
    );
    fc.assert(
      fc.property(daily, instants, (window, at) => {
        const { from } = calendarBoundsAt({ window, at });
        const format = new Intl.DateTimeFormat('en-GB', {
          timeZone: window.timeZone,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
        const minutesOf = (text: string) =>
          Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
        const late =
          minutesOf(format.format(from * 1000)) -
          minutesOf(window.startTime.slice(11, 16));
        // Where the clock jumps over that time, the window starts after it.
        expect([0, 30, 60]).toContain(late);
      }),
    );
  });
});
