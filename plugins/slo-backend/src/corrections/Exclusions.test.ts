import { exclusionsOf } from './Exclusions';

const DAY = 86_400;
const now = Date.UTC(2026, 10, 20, 12) / 1000;
const midnight = now - DAY / 2;
const month = {
  kind: 'calendar' as const,
  duration: { value: 1, unit: 'M' as const },
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Asia/Kathmandu',
};
const rolling = {
  kind: 'rolling' as const,
  duration: { value: 30, unit: 'd' as const },
};
const budgeting = { method: 'occurrences' as const };

describe('exclusionsOf', () => {
  const recent = { from: now - 7_200, to: now - 3_600 };

  it('keeps each correction, and their time once', () => {
    const other = { from: now - 5_400, to: now };
    expect(
      exclusionsOf({
        corrections: [recent, other],
        definition: { window: rolling, budgeting },
        now,
      }),
    ).toEqual({
      intervals: [recent, other],
      excluded: [{ from: recent.from, to: now }],
    });
  });

  it('moves each outwards to whole slices, and takes their time once', () => {
    const definition = {
      window: rolling,
      budgeting: {
        method: 'timeslices' as const,
        sliceSeconds: 3_600,
        sliceTarget: 0.9,
      },
    };
    const quarter = (from: number) => ({ from, to: from + 900 });
    expect(
      exclusionsOf({
        corrections: [quarter(now - 6_300), quarter(now - 4_500)],
        definition,
        now,
      }),
    ).toEqual({
      intervals: [
        { from: now - 7_200, to: now - 3_600 },
        { from: now - 7_200, to: now - 3_600 },
      ],
      excluded: [{ from: now - 7_200, to: now - 3_600 }],
    });
  });

  it('excludes only whole days where the ledger holds no finer cells', () => {
    const old = {
      from: midnight - 450 * DAY - 3_600,
      to: midnight - 448 * DAY + 3_600,
    };
    const days = (window: typeof rolling | typeof month) =>
      exclusionsOf({
        corrections: [old],
        definition: { window, budgeting },
        now,
      }).excluded;
    expect(days(rolling)).toEqual([
      { from: midnight - 450 * DAY, to: midnight - 448 * DAY },
    ]);
    // Its midnight is at 18:15 UTC of the day before.
    expect(days(month)).toEqual([
      {
        from: midnight - 450 * DAY + 65_700,
        to: midnight - 449 * DAY + 65_700,
      },
    ]);
  });
});
