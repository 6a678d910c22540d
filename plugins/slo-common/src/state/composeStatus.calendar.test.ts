import { utc } from '../__testUtils__/arbitraries';
import {
  at,
  evaluateLedger,
  ledgerOf,
  warsawMonth,
} from '../__testUtils__/evaluateLedger';

const HOUR = 3_600;
const DAY = 86_400;

describe('composeStatus of a calendar window', () => {
  it('pitfall 11: tells the budget so far and the projected one', () => {
    const status = evaluateLedger(
      ledgerOf(() => 0.5),
      { window: warsawMonth },
    );
    const elapsed = at - utc('2026-10-31T23:00:00Z');
    expect(status).toMatchObject({
      state: 'ok',
      coverage: 1,
      windowFrom: '2026-10-31T23:00:00.000Z',
      windowTo: '2026-11-30T23:00:00.000Z',
      budget: { total: elapsed / 9, consumed: 0.5 },
      projected: { basis: 'same-weekday' },
    });
    // 96 buckets of 100 units a day, for thirty days.
    expect(status.projected!.expectedTotal).toBeCloseTo(288_000, 6);
    expect(status.projected!.remaining).toBeCloseTo(
      1 - (elapsed / 1800 / 288_000) * 100,
      9,
    );
  });

  it('pitfall 11: one failure in the first hour does not exhaust the month', () => {
    const start = utc('2026-10-31T23:00:00Z');
    const now = start + HOUR;
    const buckets = ledgerOf(at_ => (at_ === start ? 10 : 0), {
      from: start - 40 * DAY,
      to: now,
    });
    const status = evaluateLedger(buckets, { window: warsawMonth, at: now });
    expect(status.budget.remaining).toBeCloseTo(1 - 10 / 4, 9);
    expect(status.projected!.remaining).toBeCloseTo(1 - 10 / 2880, 3);
    expect(status.state).not.toBe('exhausted');
    expect(status.forecast.kind).not.toBe('exhausted');
  });

  it('is exhausted when the projected budget is', () => {
    const buckets = ledgerOf(() => 1.5);
    const status = evaluateLedger(buckets, { window: warsawMonth });
    // 70 % of the month at 1.5 times the rate.
    expect(status.projected!.remaining).toBeLessThan(0);
    expect(status.state).toBe('exhausted');
    const slower = evaluateLedger(
      ledgerOf(() => 1.4),
      { window: warsawMonth },
    );
    expect(slower.budget.remaining).toBeLessThan(0);
    expect(slower.projected!.remaining).toBeGreaterThan(0);
    expect(slower.state).not.toBe('exhausted');
    expect(slower.forecast).toMatchObject({ kind: 'at', window: '3d' });
  });

  it('forecasts within the window only', () => {
    const status = evaluateLedger(
      ledgerOf(() => 0.9),
      { window: warsawMonth },
    );
    expect(status.forecast).toMatchObject({
      kind: 'not-in-sight',
      window: '3d',
    });
  });

  it('judges the volume by the whole month', () => {
    const now = utc('2026-10-31T23:00:00Z') + HOUR;
    const total = 150 / 2880;
    const buckets = ledgerOf(() => 0, { from: now - 40 * DAY, to: now, total });
    expect(
      evaluateLedger(buckets, { window: warsawMonth, at: now }).state,
    ).toBe('ok');
  });

  it('shows nothing in the month’s first instant', () => {
    const now = utc('2026-10-31T23:00:00Z');
    const buckets = ledgerOf(() => 0.5, { from: now - 40 * DAY, to: now });
    const status = evaluateLedger(buckets, { window: warsawMonth, at: now });
    expect(status).toMatchObject({
      state: 'warming-up',
      budget: {},
      coverage: 0,
      forecast: { kind: 'unknown' },
    });
    expect(status.projected).toBeUndefined();
  });

  it('rests on the rate so far when no earlier day was measured', () => {
    const status = evaluateLedger(
      ledgerOf(() => 0.5, { from: at - HOUR }),
      {
        window: warsawMonth,
      },
    );
    expect(status.projected).toMatchObject({ basis: 'so-far' });
    expect(status.state).toBe('warming-up');
  });

  it('has no projection where nothing was ever measured', () => {
    expect(evaluateLedger([], { window: warsawMonth })).toMatchObject({
      state: 'no-data',
      forecast: { kind: 'unknown' },
      projected: undefined,
    });
  });
});
