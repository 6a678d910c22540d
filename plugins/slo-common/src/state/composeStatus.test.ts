import fc from 'fast-check';
import {
  calendarWindows,
  instants,
  ledgers,
  targets,
} from '../__testUtils__/arbitraries';
import {
  at,
  evaluateLedger,
  ledgerOf,
  thirtyDays,
} from '../__testUtils__/evaluateLedger';
import { isoInstant, unixSeconds } from '../window/isoInstant';
import { parseDuration } from '../window/parseDuration';
import type { TimeWindow } from '../window/TimeWindow';

const HOUR = 3_600;
const DAY = 86_400;

describe('composeStatus of a rolling window', () => {
  it('tells everything about an objective that spends half of its budget', () => {
    const status = evaluateLedger(ledgerOf(() => 0.5));
    expect(status).toEqual({
      sli: 0.995,
      state: 'ok',
      reason: { code: 'budget-left', params: { bad: 1440, allowed: 2880 } },
      budget: {
        bad: 1440,
        total: 288_000,
        allowed: 2880,
        consumed: 0.5,
        remaining: 0.5,
      },
      projected: undefined,
      burnRates: {
        '5m': undefined,
        '30m': 0.5,
        '1h': 0.5,
        '2h': 0.5,
        '6h': 0.5,
        '1d': 0.5,
        '3d': 0.5,
      },
      forecast: { kind: 'not-in-sight', burnRate: 0.5, window: '3d' },
      coverage: 1,
      inconsistent: false,
      windowFrom: isoInstant(at - 30 * DAY),
      windowTo: isoInstant(at),
      dataUpTo: isoInstant(at),
    });
  });

  it('burns, and forecasts with the rate of the pair that burns', () => {
    // Half of everything fails for the last two hours; the rest was clean.
    const fine = ledgerOf(start => (start >= at - 2 * HOUR ? 50 : 0)).flatMap(
      bucket =>
        [0, 300, 600].map(offset => ({
          start: bucket.start + offset,
          seconds: 300,
          bad: bucket.bad / 3,
          total: bucket.total / 3,
          coveredSeconds: 300,
        })),
    );
    const status = evaluateLedger(fine);
    expect(status.state).toBe('burning');
    expect(status.reason.params).toEqual({
      severity: 'page',
      long: '1h',
      short: '5m',
      factor: 14.4,
    });
    const left = 1 - 400 / 2880;
    expect(status.budget.remaining).toBeCloseTo(left, 9);
    expect(status.forecast).toMatchObject({ kind: 'at', window: '1h' });
    const forecast = status.forecast as { at: string; burnRate: number };
    expect(forecast.burnRate).toBeCloseTo(50, 9);
    expect(unixSeconds(forecast.at)).toBeCloseTo(
      at + (left * 30 * DAY) / 50,
      1,
    );
  });

  it('foresees the end at a rate below 1 after an incident', () => {
    // A day at 28.5 times the rate spent 95 %, the rest 0.3 times.
    const incident = at - 4 * DAY;
    const buckets = ledgerOf(start =>
      start >= incident && start < incident + DAY ? 25.5 : 0.3,
    );
    const status = evaluateLedger(
      buckets.map(bucket =>
        bucket.start < incident ? { ...bucket, bad: 0 } : bucket,
      ),
    );
    expect(status.budget.remaining).toBeCloseTo(1 - (25.5 + 0.9) / 30, 9);
    expect(status.forecast).toMatchObject({ kind: 'at', window: '3d' });
    const { at: gone } = status.forecast as { at: string };
    expect(unixSeconds(gone) - at).toBeCloseTo((0.12 * 30 * DAY) / 0.3, 0);
  });

  it('takes the factors of the nominal window, not of the snapped one', () => {
    const status = evaluateLedger(
      ledgerOf(() => 0),
      { at: at + 420 },
    );
    expect(status.windowFrom).toBe(isoInstant(at - 30 * DAY));
    // 14.4 exactly: 1 % of units allowed, 14.4 % bad in the last hour.
    const edge = ledgerOf(start => (start >= at - HOUR ? 14.4 : 0));
    expect(evaluateLedger(edge, { unit: 'slices' }).state).not.toBe('burning');
  });

  it('needs more bad events than bad slices to burn', () => {
    const quiet = ledgerOf(start => (start >= at - HOUR ? 1 : 0), { total: 2 });
    const shifted = quiet.map(bucket => ({
      ...bucket,
      start: bucket.start + 600,
    }));
    const options = { at: at + 600, target: 0.9 };
    expect(evaluateLedger(shifted, { ...options, unit: 'events' }).state).toBe(
      'ok',
    );
    expect(
      evaluateLedger(shifted, { ...options, target: 0.99, unit: 'slices' })
        .state,
    ).toBe('burning');
  });

  it('is exhausted when more than the budget is spent', () => {
    const status = evaluateLedger(ledgerOf(() => 2));
    expect(status.state).toBe('exhausted');
    expect(status.budget.remaining).toBe(-1);
    expect(status.forecast).toEqual({ kind: 'exhausted' });
  });

  it('pitfall 2: silence is no-traffic, and no ratio is made up', () => {
    const status = evaluateLedger(ledgerOf(() => 0, { total: 0 }));
    expect(status).toMatchObject({
      state: 'no-traffic',
      budget: { bad: 0, total: 0, allowed: 0 },
      burnRates: {},
      coverage: 1,
      forecast: { kind: 'unknown' },
    });
    expect(status.sli).toBeUndefined();
    expect(status.budget.remaining).toBeUndefined();
  });

  it('spends nothing in a silent stretch', () => {
    const buckets = [
      ...ledgerOf(() => 0.5, { to: at - 4 * DAY }),
      ...ledgerOf(() => 0, { from: at - 4 * DAY, total: 0 }),
    ];
    expect(evaluateLedger(buckets).forecast).toEqual({
      kind: 'not-in-sight',
      burnRate: 0,
      window: '3d',
    });
  });

  it('does not know the rate of a stretch that was not measured', () => {
    const buckets = ledgerOf(() => 0.5, { to: at - 4 * DAY });
    const status = evaluateLedger(buckets, { source: { kind: 'down' } });
    expect(status.forecast).toEqual({ kind: 'unknown' });
    expect(status.burnRates).toEqual({});
  });

  it('pitfall 2: nothing measured shows no numbers at all', () => {
    const status = evaluateLedger([]);
    expect(status).toMatchObject({
      state: 'no-data',
      reason: { code: 'never-measured' },
      budget: {},
      burnRates: {},
      coverage: 0,
      forecast: { kind: 'unknown' },
      inconsistent: false,
    });
    expect(status.budget).toStrictEqual({});
    expect(status.sli).toBeUndefined();
    expect(status.dataUpTo).toBeUndefined();
  });

  it('pitfall 2: series that are gone leave the numbers of what was measured, and no forecast', () => {
    const status = evaluateLedger(ledgerOf(() => 0.5, { to: at - 10 * DAY }));
    expect(status).toMatchObject({
      state: 'no-data',
      reason: { code: 'series-absent', params: { ageSeconds: 10 * DAY } },
      budget: { consumed: 0.5, total: 192_000 },
      forecast: { kind: 'unknown' },
      dataUpTo: isoInstant(at - 10 * DAY),
    });
    expect(status.coverage).toBeCloseTo(2 / 3, 9);
  });

  it('pitfall 2: keeps the last good values while the source is down', () => {
    const buckets = ledgerOf(() => 0.5);
    const last = evaluateLedger(buckets);
    const down = evaluateLedger(buckets, {
      source: { kind: 'down', since: at },
    });
    expect(down).toEqual({
      ...last,
      state: 'unknown',
      reason: {
        code: 'source-down',
        params: { source: 'prometheus', since: isoInstant(at) },
      },
    });
  });

  it('names a missing source and a fault', () => {
    const buckets = ledgerOf(() => 0);
    expect(
      evaluateLedger(buckets, { source: { kind: 'missing' } }).reason,
    ).toEqual({
      code: 'source-missing',
      params: { source: 'prometheus' },
    });
    const faults = [{ path: 'spec', message: 'wrong' }];
    expect(evaluateLedger(buckets, { faults }).reason.code).toBe('faulty');
  });

  it('pitfall 4: marks series that are out of step, and clamps only the indicator', () => {
    const negative = evaluateLedger(ledgerOf(() => -1));
    expect(negative).toMatchObject({ sli: 1, inconsistent: true });
    expect(negative.budget.consumed).toBe(-1);
    const beyond = evaluateLedger(ledgerOf(() => 101));
    expect(beyond).toMatchObject({ sli: 0, inconsistent: true });
    expect(evaluateLedger(ledgerOf(() => 100)).inconsistent).toBe(false);
    expect(evaluateLedger(ledgerOf(() => 100 + 1e-9)).inconsistent).toBe(false);
    expect(
      evaluateLedger(
        ledgerOf(() => 0),
        { inconsistent: true },
      ),
    ).toMatchObject({
      inconsistent: true,
    });
  });

  it('pitfall 8: a window over the retention shows its coverage and warms up', () => {
    const status = evaluateLedger(ledgerOf(() => 0.5, { from: at - 15 * DAY }));
    expect(status.state).toBe('warming-up');
    expect(status.coverage).toBe(0.5);
    expect(status.reason).toEqual({
      code: 'window-not-covered',
      params: { measuredSeconds: 15 * DAY, windowSeconds: 30 * DAY },
    });
  });

  it('pitfall 8: while warming up, the budget is gone only when the whole window would be', () => {
    const since = at - 3 * DAY;
    // Three days at ten times the rate are one window's budget.
    const spend = (rate: number) =>
      evaluateLedger(
        ledgerOf(() => rate, { from: since }),
        { target: 0.99 },
      );
    expect(spend(10).state).toBe('exhausted');
    const nearly = spend(9.9);
    expect(nearly.state).toBe('burning');
    expect(nearly.budget.consumed).toBeCloseTo(9.9, 9);
    // 1 % of thirty days' budget is left at 9.9 times the rate.
    expect(nearly.forecast).toMatchObject({ kind: 'at', window: '6h' });
    const { at: gone } = nearly.forecast as { at: string };
    expect(unixSeconds(gone) - at).toBeCloseTo((0.01 * 30 * DAY) / 9.9, 0);
  });

  it('pitfall 8: volume is judged as of a whole window, too', () => {
    const few = (total: number) =>
      evaluateLedger(ledgerOf(() => 0, { from: at - 3 * DAY, total }));
    // 288 buckets in three days; 100 events in thirty days allow one failure.
    expect(few(11 / 288).state).toBe('warming-up');
    expect(few(9 / 288).state).toBe('insufficient');
    expect(few(9 / 288).forecast).toEqual({ kind: 'unknown' });
  });

  it('never covers more than everything', () => {
    const twice = ledgerOf(() => 0).map(bucket => ({
      ...bucket,
      coveredSeconds: 1_000,
    }));
    expect(evaluateLedger(twice).coverage).toBe(1);
  });

  it('pitfall 1: property: no number is NaN, infinite or null, whatever was measured', () => {
    const windows = fc.oneof(
      fc.constant(thirtyDays),
      fc.constant<TimeWindow>({ ...thirtyDays, duration: parseDuration('1h') }),
      calendarWindows,
    );
    const cases = fc
      .record({ now: instants, back: fc.nat(40 * DAY) })
      .chain(({ now, back }) =>
        fc.record({
          now: fc.constant(now),
          buckets: ledgers({
            start: Math.floor((now - back) / 300) * 300,
            step: 300,
            maxLength: 100,
          }),
        }),
      );
    fc.assert(
      fc.property(
        cases,
        windows,
        targets,
        ({ now, buckets }, window, target) => {
          const known = buckets.filter(({ start }) => start < now);
          const status = evaluateLedger(known, { at: now, window, target });
          const numbers: unknown[] = [];
          JSON.stringify(status, (_, value) => {
            numbers.push(value);
            return value;
          });
          expect(numbers).not.toContain(null);
          for (const value of numbers.filter(
            each => typeof each === 'number',
          )) {
            expect(Number.isFinite(value)).toBe(true);
          }
          expect(status.coverage).toBeGreaterThanOrEqual(0);
          expect(status.coverage).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
