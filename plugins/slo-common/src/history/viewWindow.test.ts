import fc from 'fast-check';
import { calendarWindows, instants, utc } from '../__testUtils__/arbitraries';
import { parseDuration } from '../window/parseDuration';
import { historyLedgerRange } from './historyLedgerRange';
import { viewWindow } from './viewWindow';

const DAY = 86_400;
const end = utc('2026-11-21T12:00:00Z');
const rolling = { kind: 'rolling' as const, duration: parseDuration('7d') };
const month = {
  kind: 'calendar' as const,
  duration: parseDuration('1M'),
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};

describe('viewWindow', () => {
  it('pitfall 12: the rolling view looks back from each point', () => {
    const at = end - 3 * DAY;
    const expected = { from: at - 7 * DAY, to: at, fullTo: at };
    expect(viewWindow({ window: rolling, view: 'rolling', at, end })).toEqual(
      expected,
    );
    expect(
      viewWindow({
        window: { ...month, duration: parseDuration('7d') },
        view: 'rolling',
        at,
        end,
      }),
    ).toEqual(expected);
  });

  it('pitfall 12: "since the window’s start" of a rolling window ends now', () => {
    const look = (at: number) =>
      viewWindow({ window: rolling, view: 'calendar', at, end });
    const current = { from: end - 7 * DAY, fullTo: end };
    expect(look(end)).toEqual({ ...current, to: end });
    expect(look(end - 7 * DAY + 1)).toEqual({
      ...current,
      to: end - 7 * DAY + 1,
    });
    expect(look(end - 7 * DAY)).toEqual({
      from: end - 14 * DAY,
      to: end - 7 * DAY,
      fullTo: end - 7 * DAY,
    });
  });

  it('takes a point on a boundary for the window that ends there', () => {
    const november = utc('2026-10-31T23:00:00Z');
    const look = (at: number) =>
      viewWindow({ window: month, view: 'calendar', at, end });
    expect(look(november)).toEqual({
      from: utc('2026-09-30T22:00:00Z'),
      to: november,
      fullTo: november,
    });
    expect(look(november + 300)).toEqual({
      from: november,
      to: november + 300,
      fullTo: utc('2026-11-30T23:00:00Z'),
    });
  });

  it('property: starts before the point and ends no earlier than it', () => {
    const windows = fc.oneof(fc.constant(rolling), calendarWindows);
    fc.assert(
      fc.property(
        windows,
        fc.constantFrom('rolling' as const, 'calendar' as const),
        instants,
        fc.nat(100 * DAY),
        (window, view, at, ahead) => {
          const looked = viewWindow({ window, view, at, end: at + ahead });
          expect(looked.to).toBe(at);
          expect(looked.from).toBeLessThan(at);
          expect(looked.fullTo).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });
});

describe('historyLedgerRange', () => {
  const from = end - 2 * DAY;

  it('reaches back to the first point’s window in the rolling view', () => {
    expect(
      historyLedgerRange({
        window: rolling,
        view: 'rolling',
        from,
        to: end,
        now: end,
      }),
    ).toEqual({ from: from - 7 * DAY, to: end });
  });

  it('reaches on to the end of the window that the last point lies in', () => {
    const options = { window: month, view: 'calendar' as const };
    const may = {
      from: utc('2026-05-10T00:00:00Z'),
      to: utc('2026-05-12T00:00:00Z'),
    };
    expect(historyLedgerRange({ ...options, ...may, now: end })).toEqual({
      from: utc('2026-04-30T22:00:00Z'),
      to: utc('2026-05-31T22:00:00Z'),
    });
    expect(
      historyLedgerRange({ ...options, from, to: end - DAY, now: end }),
    ).toEqual({ from: utc('2026-10-31T23:00:00Z'), to: end });
  });

  it('reaches back an hour at least, for the burn rate', () => {
    const start = utc('2026-10-31T23:00:00Z') + 300;
    const { from: first } = historyLedgerRange({
      window: month,
      view: 'calendar',
      from: start,
      to: end,
      now: end,
    });
    expect(first).toBe(start - 3_600);
  });
});
