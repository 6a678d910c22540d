import { resolveWindow, type TimeWindow } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { joinSums, windowParts } from './windowParts';

const DAY = 86_400;
const MINUTE = 60;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;

const rolling = (days: number): TimeWindow => ({
  kind: 'rolling',
  duration: { value: days, unit: 'd' },
});
const calendar = (timeZone: string): TimeWindow => ({
  kind: 'calendar',
  duration: { value: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone,
});

function partsAt(window: TimeWindow, at: number) {
  return windowParts({ window, range: resolveWindow({ window, at }), at });
}

describe('windowParts', () => {
  it('lie side by side, whole days in the middle, and the middle is the same all day', () => {
    const window = fc.oneof(
      fc.integer({ min: 5, max: 400 }).map(rolling),
      fc
        .constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York')
        .map(calendar),
    );
    const minute = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(
        window,
        fc.integer({ min: 0, max: 800 }),
        minute,
        minute,
        (one, day, first, second) => {
          const at = (minutes: number) =>
            MIDNIGHT + day * DAY + minutes * MINUTE;
          const range = resolveWindow({ window: one, at: at(first) });
          const parts = partsAt(one, at(first));
          if (!parts) {
            return;
          }
          const { before, middle, after } = parts;
          expect([before.from, after.to]).toEqual([range.from, range.to]);
          expect(before.to).toBe(middle.from);
          expect(middle.to).toBe(after.from);
          expect(before.from).toBeLessThanOrEqual(before.to);
          expect(middle.from).toBeLessThan(middle.to);
          expect([middle.from % DAY, middle.to % DAY]).toEqual([0, 0]);
          const later =
            one.kind === 'rolling' ? partsAt(one, at(second))?.middle : middle;
          expect(later).toEqual(middle);
        },
      ),
    );
  });

  it('leave little to be read: a day at the start, and the last three', () => {
    const parts = partsAt(rolling(30), MIDNIGHT + 0.5 * DAY);
    expect(parts).toEqual({
      before: { from: MIDNIGHT - 29.5 * DAY, to: MIDNIGHT - 29 * DAY },
      middle: { from: MIDNIGHT - 29 * DAY, to: MIDNIGHT - 3 * DAY },
      after: { from: MIDNIGHT - 3 * DAY, to: MIDNIGHT + 0.5 * DAY },
    });
  });

  it('are not made of a window that is hardly longer than the recent days', () => {
    expect(partsAt(rolling(4), MIDNIGHT)).toBeUndefined();
    expect(partsAt(rolling(1), MIDNIGHT)).toBeUndefined();
    expect(partsAt(calendar('UTC'), Date.UTC(2026, 10, 4) / 1000)).toEqual(
      undefined,
    );
  });
});

describe('joinSums', () => {
  it('adds what lies side by side', () => {
    const sum = { bad: 1, total: 10, coveredSeconds: 5, inconsistent: false };
    expect(
      joinSums([
        { from: 0, to: 10, ...sum },
        { from: 10, to: 20, ...sum, inconsistent: true },
        { from: 20, to: 30, ...sum },
      ]),
    ).toEqual({
      from: 0,
      to: 30,
      bad: 3,
      total: 30,
      coveredSeconds: 15,
      inconsistent: true,
    });
  });
});
