import fc from 'fast-check';
import {
  calendarWindows,
  ledgers,
  targets,
  utc,
} from '../__testUtils__/arbitraries';
import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import type { Bucket } from '../ledger/Bucket';
import { sumBuckets } from '../ledger/sumBuckets';
import type { TimeWindow } from '../window/TimeWindow';
import { isoInstant, unixSeconds } from '../window/isoInstant';
import { parseDuration } from '../window/parseDuration';
import { resolveWindow } from '../window/resolveWindow';
import { historyPoints, type HistoryPointsOptions } from './historyPoints';
import { viewWindow } from './viewWindow';

const HOUR = 3_600;
const DAY = 86_400;
const START = utc('2026-11-01T00:00:00Z');
const rolling: TimeWindow = { kind: 'rolling', duration: parseDuration('1d') };
const month: TimeWindow = {
  kind: 'calendar',
  duration: parseDuration('1M'),
  startTime: '2026-01-01 00:00:00',
  timeZone: 'UTC',
};

/** Hourly buckets of 100 units from START - 2 d on. */
function hours(count: number, bad: (hour: number) => number): Bucket[] {
  return Array.from({ length: count }, (_, index) => ({
    start: START - 2 * DAY + index * HOUR,
    seconds: HOUR,
    bad: bad(index),
    total: 100,
    coveredSeconds: HOUR,
  }));
}

function draw(
  options: Partial<HistoryPointsOptions> & { window?: TimeWindow },
) {
  const { window = rolling, ...rest } = options;
  return historyPoints({
    definition: { target: 0.99, window },
    buckets: hours(72, () => 0),
    from: START,
    to: START + DAY,
    step: 6 * HOUR,
    view: window.kind,
    ...rest,
  });
}

describe('historyPoints', () => {
  it('gives a point at the end of every step', () => {
    expect(draw({}).map(({ at }) => at)).toEqual([
      '2026-11-01T06:00:00.000Z',
      '2026-11-01T12:00:00.000Z',
      '2026-11-01T18:00:00.000Z',
      '2026-11-02T00:00:00.000Z',
    ]);
  });

  it('speaks for the step that ends there', () => {
    const buckets = hours(72, hour => (hour === 50 ? 30 : 0));
    const points = draw({ buckets });
    expect(points[0]).toEqual({
      at: '2026-11-01T06:00:00.000Z',
      bad: 30,
      total: 600,
      coverage: 1,
      sli: 0.95,
      // All of it in one of the six hours.
      burnRate: expect.closeTo(30),
      remaining: 1 - 30 / 24,
      projectedRemaining: undefined,
    });
    expect(points[1]).toMatchObject({ bad: 0, sli: 1, burnRate: 0 });
  });

  it('reads the burn rate over an hour where steps are shorter', () => {
    const buckets = hours(72, () => 0).flatMap(bucket =>
      [0, 900, 1800, 2700].map(offset => ({
        ...bucket,
        start: bucket.start + offset,
        seconds: 900,
        total: 25,
        bad: bucket.start + offset === START ? 4 : 0,
        coveredSeconds: 900,
      })),
    );
    const points = draw({ buckets, step: 900, to: START + 2 * HOUR });
    expect(points.map(point => point.burnRate)).toEqual([
      4, 4, 4, 4, 0, 0, 0, 0,
    ]);
    expect(points.map(point => point.sli)).toEqual([0.84, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('pitfall 12: a rolling line does not start at 100 %, and errors leave it', () => {
    const buckets = hours(96, hour => (hour === 46 ? 12 : 0));
    const points = draw({ buckets, to: START + 36 * HOUR, step: 2 * HOUR });
    expect(points[0].remaining).toBe(0.5);
    // 46 h lies two hours before START, so it leaves 22 hours after it.
    expect(points[10].remaining).toBe(0.5);
    expect(points[11].remaining).toBe(1);
  });

  it('the newest point is the current budget', () => {
    const buckets = hours(72, hour => hour % 3);
    const to = START + DAY - 2 * HOUR;
    const points = draw({ buckets, to, step: HOUR });
    const { from } = resolveWindow({ window: rolling, at: to });
    const sum = sumBuckets({ buckets, from, to });
    expect(points[points.length - 1].remaining).toBe(
      errorBudget({ target: 0.99, ...sum }).remaining,
    );
  });

  it('ends with a shorter step when something of it was measured', () => {
    const to = START + 13 * HOUR;
    const points = draw({ to });
    expect(points).toHaveLength(3);
    expect(points[2]).toMatchObject({
      at: isoInstant(to),
      total: 100,
      coverage: 1,
    });
    const unmeasured = draw({ to, buckets: hours(60, () => 0) });
    expect(unmeasured).toHaveLength(2);
    expect(draw({ to: START + 2 * HOUR })).toHaveLength(1);
    expect(draw({ to: START })).toEqual([]);
  });

  it('shows a whole step that was not measured as a gap, also as the last', () => {
    const points = draw({ buckets: hours(60, () => 1) });
    expect(points).toHaveLength(4);
    for (const gap of points.slice(2)) {
      expect(gap).toStrictEqual({
        at: gap.at,
        bad: 0,
        total: 0,
        coverage: 0,
      });
    }
  });

  it('shows how much of a step was measured', () => {
    const buckets = hours(72, () => 0).filter((_, hour) => hour % 3 > 0);
    expect(draw({ buckets })[0].coverage).toBeCloseTo(2 / 3, 12);
    const twice = hours(72, () => 0).map(bucket => ({
      ...bucket,
      coveredSeconds: 2 * HOUR,
    }));
    expect(draw({ buckets: twice })[0].coverage).toBe(1);
  });

  it('has no ratio in silence, and keeps the budget', () => {
    const buckets = hours(72, () => 0).map((bucket, hour) =>
      hour >= 48 ? { ...bucket, total: 0 } : bucket,
    );
    const [first, , , last] = draw({ buckets });
    expect(first).toMatchObject({ coverage: 1, total: 0, remaining: 1 });
    expect(first.sli).toBeUndefined();
    expect(first.burnRate).toBeUndefined();
    expect(last.remaining).toBeUndefined();
  });

  it('reads no failure out of what fractions lose', () => {
    const buckets = hours(72, hour => (hour < 48 ? 0.1 : 0));
    expect(draw({ buckets }).map(({ bad }) => bad)).toEqual([0, 0, 0, 0]);
    expect(draw({ buckets })[3].sli).toBe(1);
  });
});

describe('historyPoints of calendar windows', () => {
  it('pitfall 11: starts anew with each window', () => {
    const buckets = hours(72, () => 0.5);
    const points = draw({
      window: month,
      buckets,
      from: START - DAY,
      step: DAY,
      expectedTotal: 72_000,
      now: START + DAY,
    });
    // The last of October sees October, against what October held.
    expect(points[0]).toMatchObject({
      at: isoInstant(START),
      remaining: 0.5,
      projectedRemaining: 0.5,
    });
    expect(points[1]).toMatchObject({
      remaining: 0.5,
      projectedRemaining: 1 - 12 / 720,
    });
  });

  it('draws a window that is over against all it held, also from its middle', () => {
    const buckets = hours(72, () => 1);
    const points = draw({
      window: { ...month, duration: parseDuration('1d') },
      buckets,
      to: START + 6 * HOUR,
      now: START + 3 * DAY,
      expectedTotal: 1,
    });
    expect(points).toEqual([
      expect.objectContaining({ projectedRemaining: 0.75, remaining: 0 }),
    ]);
  });

  it('has no projected line without an expectation, nor in the rolling view', () => {
    const window = month;
    const open = draw({ window, now: START + DAY });
    expect(open[0].projectedRemaining).toBeUndefined();
    expect(open[0].remaining).toBe(1);
    const looking = draw({ window, view: 'rolling', expectedTotal: 1e6 });
    expect(looking[0].projectedRemaining).toBeUndefined();
  });

  it('pitfall 12: draws a rolling objective since the window’s start', () => {
    const buckets = hours(72, hour => (hour === 50 ? 12 : 0));
    const points = draw({ buckets, view: 'calendar', step: HOUR });
    expect(points.map(point => point.projectedRemaining)).toEqual([
      1,
      1,
      ...Array.from({ length: 22 }, () => 0.5),
    ]);
    expect(points[23].remaining).toBe(0.5);
    expect(points[2].remaining).toBe(1 - 12 / 3);
  });
});

describe('historyPoints, by properties', () => {
  const windows = fc.oneof(
    fc.constantFrom('1h', '6h', '2d').map<TimeWindow>(text => ({
      kind: 'rolling',
      duration: parseDuration(text),
    })),
    calendarWindows,
  );
  const histories = fc.record({
    window: windows,
    view: fc.constantFrom('rolling' as const, 'calendar' as const),
    target: targets,
    buckets: ledgers({ start: START - 3 * DAY, step: 900, maxLength: 480 }),
    step: fc.constantFrom(900, 2_700, 3_600, 21_600),
    length: fc.integer({ min: 1, max: 2 * DAY }),
    expectedTotal: fc.integer({ min: 1, max: 1e6 }),
  });

  it('property: every point is what summing its stretches gives', () => {
    fc.assert(
      fc.property(
        histories,
        ({ window, view, target, buckets, step, length }) => {
          const to = START + length;
          const points = historyPoints({
            definition: { target, window },
            buckets,
            from: START,
            to,
            step,
            view,
          });
          let previous = START;
          for (const point of points) {
            const at = unixSeconds(point.at);
            const inStep = sumBuckets({ buckets, from: previous, to: at });
            const covered = inStep.coveredSeconds > 0;
            const looked = viewWindow({ window, view, at, end: to });
            const inWindow = sumBuckets({ buckets, from: looked.from, to: at });
            expect(point).toEqual({
              at: point.at,
              coverage: point.coverage,
              projectedRemaining: point.projectedRemaining,
              bad: inStep.bad,
              total: inStep.total,
              sli: covered ? sliOf(inStep) : undefined,
              remaining: covered
                ? errorBudget({ target, ...inWindow }).remaining
                : undefined,
              // Its own tests stand in fastestHours.test.ts.
              burnRate: covered ? point.burnRate : undefined,
            });
            previous = at;
          }
          const lost = sumBuckets({ buckets, from: previous, to });
          expect(lost.coveredSeconds).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('property: the projected line never rises within a window', () => {
    fc.assert(
      fc.property(histories, ({ view: _, length, ...history }) => {
        const { window, target, buckets, step, expectedTotal } = history;
        const to = START + length;
        const points = historyPoints({
          definition: { target, window },
          buckets,
          from: START,
          to,
          step,
          view: 'calendar',
          expectedTotal,
        });
        let last: { from: number; remaining: number } | undefined;
        for (const { at, projectedRemaining } of points) {
          const { from } = viewWindow({
            window,
            view: 'calendar',
            at: unixSeconds(at),
            end: to,
          });
          const before = last?.from === from ? last.remaining : 1;
          const now = projectedRemaining ?? before;
          expect(now).toBeLessThanOrEqual(before);
          last = { from, remaining: now };
        }
      }),
      { numRuns: 100 },
    );
  });
});
