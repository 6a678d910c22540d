import { ledgerOf, at, thirtyDays } from '../__testUtils__/evaluateLedger';
import { correctedHistoryPoints } from './correctedHistoryPoints';
import { historyPoints } from './historyPoints';

const HOUR = 3_600;
const DAY = 86_400;
const outage = { from: at - 2 * DAY, to: at - 2 * DAY + 6 * HOUR };
const buckets = ledgerOf(start =>
  start >= outage.from && start < outage.to ? 40 : 0.1,
);
const options = {
  definition: { target: 0.99, window: thirtyDays },
  buckets,
  from: at - 3 * DAY,
  to: at,
  step: 4 * HOUR,
  view: 'rolling' as const,
};

describe('correctedHistoryPoints', () => {
  const points = correctedHistoryPoints({ ...options, excluded: [outage] });
  const raw = historyPoints(options);

  it('shows the budget with and without from the correction on', () => {
    expect(points.map(point => point.rawRemaining !== undefined)).toEqual(
      raw.map((_, index) => index > 5),
    );
    const last = points[points.length - 1];
    expect(last.rawRemaining).toBe(raw[raw.length - 1].remaining);
    expect(last.remaining).toBeGreaterThan(last.rawRemaining ?? NaN);
  });

  it('has no values in excluded steps, and whole ones beside them', () => {
    const [before, within, halfway, after] = points.slice(5, 9);
    expect(before).toMatchObject({ coverage: 1, bad: expect.closeTo(1.6) });
    expect(before.excludedSeconds).toBeUndefined();
    expect(within).toEqual({
      at: within.at,
      bad: 0,
      total: 0,
      coverage: 0,
      excludedSeconds: 4 * HOUR,
      rawRemaining: raw[6].remaining,
    });
    expect(halfway).toMatchObject({
      coverage: 1,
      total: 800,
      bad: expect.closeTo(0.8),
      excludedSeconds: 2 * HOUR,
    });
    expect(after).toMatchObject({ coverage: 1, total: 1600 });
    expect(after.burnRate).toBeCloseTo(0.1);
  });

  it('is the plain history without corrections, and after their undo', () => {
    expect(correctedHistoryPoints({ ...options, excluded: [] })).toEqual(raw);
    expect(correctedHistoryPoints(options)).toEqual(raw);
  });

  it('gives the same instants where maintenance goes on now', () => {
    const excluded = [{ from: at - HOUR, to: at + HOUR }];
    const now = correctedHistoryPoints({ ...options, to: at - 900, excluded });
    expect(now.map(point => point.at)).toEqual(
      historyPoints({ ...options, to: at - 900 }).map(point => point.at),
    );
  });

  it('projects with and without in the calendar view', () => {
    const calendar = { ...options, view: 'calendar' as const };
    const last = correctedHistoryPoints({
      ...calendar,
      excluded: [outage],
      expectedTotal: 288_000,
    }).pop();
    expect(last?.rawProjectedRemaining).toBeLessThan(
      last?.projectedRemaining ?? NaN,
    );
  });
});
