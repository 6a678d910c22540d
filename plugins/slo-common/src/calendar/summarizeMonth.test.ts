import fc from 'fast-check';
import { counts, targets, utc } from '../__testUtils__/arbitraries';
import { errorBudget } from '../budget/errorBudget';
import { calendarMonths } from './calendarMonths';
import { summarizeMonth } from './summarizeMonth';

const at = utc('2026-11-21T12:00:00Z');

describe('summarizeMonth', () => {
  const [past, current] = calendarMonths({ at, timeZone: 'UTC', past: 1 });
  const bar = (
    month: typeof past,
    sum: { bad: number; total: number; coveredSeconds: number },
  ) => summarizeMonth({ month, sum, target: 0.99, at });

  it('judges a month that is over as a whole', () => {
    const coveredSeconds = (past.to - past.from) / 2;
    expect(bar(past, { bad: 4, total: 1000, coveredSeconds })).toEqual({
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
      current: false,
      remaining: 0.6,
      bad: 4,
      total: 1000,
      coverage: 0.5,
    });
  });

  it('judges the current month by what has passed', () => {
    const coveredSeconds = at - current.from;
    expect(bar(current, { bad: 4, total: 1000, coveredSeconds })).toMatchObject(
      {
        current: true,
        coverage: 1,
      },
    );
  });

  it('judges a corrected month without what is excluded, and shows both', () => {
    const length = past.to - past.from;
    const excludedSeconds = length / 2;
    expect(
      summarizeMonth({
        month: past,
        sum: { bad: 1, total: 1000, coveredSeconds: length / 2 },
        raw: { bad: 10, total: 2000 },
        excludedSeconds,
        target: 0.99,
        at,
      }),
    ).toMatchObject({
      remaining: 0.9,
      coverage: 1,
      excludedSeconds,
      rawRemaining: 0.5,
    });
  });

  it('has no numbers where nothing was measured', () => {
    expect(bar(past, { bad: 0, total: 0, coveredSeconds: 0 })).toStrictEqual({
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
      current: false,
      coverage: 0,
    });
  });

  it('has no ratio in a silent month', () => {
    const month = bar(past, { bad: 0, total: 0, coveredSeconds: 86_400 });
    expect(month).toMatchObject({ bad: 0, total: 0 });
    expect(month.remaining).toBeUndefined();
  });

  it('property: agrees with the error budget and covers at most everything', () => {
    fc.assert(
      fc.property(
        targets,
        counts,
        fc.integer({ min: 1, max: 3e6 }),
        (target, sum, coveredSeconds) => {
          const month = summarizeMonth({
            month: past,
            sum: { ...sum, coveredSeconds },
            target,
            at,
          });
          expect(month.remaining).toBe(
            errorBudget({ target, ...sum }).remaining,
          );
          expect(month.coverage).toBeLessThanOrEqual(1);
          expect(month.coverage).toBeGreaterThan(0);
        },
      ),
    );
  });
});
