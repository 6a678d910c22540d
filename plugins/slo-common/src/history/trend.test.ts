import { utc } from '../__testUtils__/arbitraries';
import type { Bucket } from '../ledger/Bucket';
import { foldIntoDays } from '../ledger/foldIntoDays';
import type { TimeWindow } from '../window/TimeWindow';
import { parseDuration } from '../window/parseDuration';
import { trend, TREND_POINTS, trendLedgerRange } from './trend';
import { trendPoint } from './trendPoint';

const HOUR = 3_600;
const DAY = 86_400;
const at = utc('2026-11-21T12:34:00Z');
const midnight = utc('2026-11-21T00:00:00Z');
const rolling: TimeWindow = { kind: 'rolling', duration: parseDuration('7d') };
const month: TimeWindow = {
  kind: 'calendar',
  duration: parseDuration('1M'),
  startTime: '2026-01-01 00:00:00',
  timeZone: 'UTC',
};

function hourly(bad: (start: number) => number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = midnight - 70 * DAY; start < at; start += HOUR) {
    const bucket = { start, seconds: HOUR, total: 100, coveredSeconds: HOUR };
    buckets.push({ ...bucket, bad: bad(start) });
  }
  return buckets;
}

function draw(
  buckets: Bucket[],
  options: {
    window?: TimeWindow;
    current?: Parameters<typeof trendPoint>[0];
  } = {},
) {
  const { window = rolling, current = { budget: { remaining: 0.123456 } } } =
    options;
  return trend({ definition: { target: 0.99, window }, buckets, at, current });
}

describe('trend', () => {
  it('has thirty points, the newest the current budget', () => {
    const line = draw(hourly(() => 0.5));
    expect(line).toHaveLength(TREND_POINTS);
    expect(line.slice(0, -1)).toEqual(Array(29).fill(0.5));
    expect(line[29]).toBe(0.1235);
  });

  it('puts each day at its midnight', () => {
    // A day's budget of seven, on the day that ends with the last midnight.
    const line = draw(
      hourly(start => (start >= midnight - DAY && start < midnight ? 1 : 0)),
    );
    expect(line.slice(0, 28)).toEqual(Array(28).fill(1));
    expect(line[28]).toBe(0.8571);
  });

  it('shows a day that was not measured as null', () => {
    const gap = { from: midnight - 3 * DAY, to: midnight - 2 * DAY };
    const buckets = hourly(() => 0).filter(
      ({ start }) => start < gap.from || start >= gap.to,
    );
    const line = draw(buckets);
    expect(line.map((point, index) => (point === null ? index : 0))).toEqual(
      line.map((_, index) => (index === 26 ? 26 : 0)),
    );
  });

  it('is empty of numbers where nothing was measured', () => {
    expect(draw([], { current: { budget: {} } })).toEqual(Array(30).fill(null));
  });

  it('is the same from sums of whole days', () => {
    const buckets = hourly(start => (start / HOUR) % 3);
    const days = foldIntoDays({ buckets, timeZone: 'UTC' });
    expect(draw(days)).toEqual(draw(buckets));
  });

  it('burns a calendar window down by its projection', () => {
    const current = {
      budget: { remaining: 0.4 },
      projected: {
        remaining: 0.65,
        expectedTotal: 72_000,
        basis: 'same-weekday' as const,
      },
    };
    const line = draw(
      hourly(() => 0.5),
      { window: month, current },
    );
    // October's last point lies at November's first midnight: index 8.
    expect(line[8]).toBe(0.5);
    expect(line[9]).toBe(0.9833);
    expect(line[28]).toBe(0.6667);
    expect(line[29]).toBe(0.65);
    expect(line[7]).toBe(Math.round((1 - (30 / 31) * 0.5) * 1e4) / 1e4);
  });
});

describe('trendLedgerRange', () => {
  it('reaches back from the oldest midnight by the window', () => {
    expect(trendLedgerRange({ window: rolling, at })).toEqual({
      from: midnight - 29 * DAY - 7 * DAY,
      to: midnight,
    });
  });

  it('holds whole calendar windows', () => {
    expect(trendLedgerRange({ window: month, at })).toEqual({
      from: utc('2026-10-01T00:00:00Z'),
      to: at,
    });
  });

  it('is enough for the trend', () => {
    for (const window of [rolling, month]) {
      const { from, to } = trendLedgerRange({ window, at });
      const all = hourly(start => (start / HOUR) % 5);
      const needed = all.filter(({ start }) => start >= from && start < to);
      expect(draw(needed, { window })).toEqual(draw(all, { window }));
    }
  });
});

describe('trendPoint', () => {
  it('prefers the projected budget and rounds', () => {
    const projected = {
      remaining: -0.33333,
      expectedTotal: 1,
      basis: 'so-far' as const,
    };
    expect(trendPoint({ budget: { remaining: 1 }, projected })).toBe(-0.3333);
    expect(trendPoint({ budget: { remaining: 0.99996 } })).toBe(1);
    expect(trendPoint({ budget: { remaining: 0 } })).toBe(0);
  });

  it('is null where nothing is known', () => {
    expect(trendPoint({ budget: {} })).toBeNull();
  });
});
