import fc from 'fast-check';
import {
  at,
  evaluateLedger,
  ledgerOf,
  thirtyDays,
  warsawMonth,
} from '../__testUtils__/evaluateLedger';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sumBuckets } from '../ledger/sumBuckets';
import { resolveWindow } from '../window/resolveWindow';
import type { TimeWindow } from '../window/TimeWindow';
import { unionRanges } from './unionRanges';
import { withoutExcluded } from './withoutExcluded';

const HOUR = 3_600;
const DAY = 86_400;

/** The status with corrections, as an engine would make it. */
function correct(
  buckets: Bucket[],
  intervals: LedgerRange[],
  window: TimeWindow = thirtyDays,
) {
  const excluded = unionRanges(intervals);
  const { from, to } = resolveWindow({ window, at });
  return evaluateLedger([...withoutExcluded({ buckets, excluded })], {
    window,
    measuredFrom: buckets[0].start,
    measuredUpTo: at,
    corrections: { intervals, rawWindow: sumBuckets({ buckets, from, to }) },
  });
}

describe('a status with corrections', () => {
  const outage = { from: at - 10 * DAY, to: at - 10 * DAY + 6 * HOUR };
  // All of the budget in one night of maintenance.
  const buckets = ledgerOf(start =>
    start >= outage.from && start < outage.to ? 100 : 0.1,
  );

  it('is judged without what they exclude, and shows both', () => {
    expect(evaluateLedger(buckets)).toMatchObject({ state: 'ok' });
    const spent = ledgerOf(start =>
      start >= outage.from && start < outage.to ? 100 : 0.9,
    );
    expect(evaluateLedger(spent).state).toBe('exhausted');

    const corrected = correct(spent, [outage]);
    expect(corrected).toMatchObject({
      state: 'ok',
      coverage: 1,
      budget: { remaining: expect.closeTo(0.1), total: 2856 * 100 },
      corrections: {
        count: 1,
        excludedSeconds: 6 * HOUR,
        rawBudget: {
          total: 2880 * 100,
          bad: expect.closeTo(2856 * 0.9 + 2400),
        },
        rawSli: expect.closeTo(1 - (2856 * 0.9 + 2400) / 288_000),
      },
    });
    expect(corrected.corrections?.rawBudget).toEqual(
      evaluateLedger(spent).budget,
    );
  });

  it('counts overlaps once, and none that ended before the window or is still to come', () => {
    const { corrections } = correct(buckets, [
      outage,
      { from: outage.from + 3 * HOUR, to: outage.to + 3 * HOUR },
      { from: at - 40 * DAY, to: at - 39 * DAY },
      { from: at, to: at + DAY },
    ]);
    expect(corrections).toMatchObject({ count: 2, excludedSeconds: 9 * HOUR });
  });

  it('says nothing of corrections where none reaches into the window', () => {
    const far = [{ from: at - 40 * DAY, to: at - 39 * DAY }];
    expect(correct(buckets, far)).toStrictEqual(
      evaluateLedger(buckets, { measuredUpTo: at }),
    );
  });

  it('knows nothing of a window that is excluded whole', () => {
    const status = correct(buckets, [{ from: at - 31 * DAY, to: at }]);
    expect(status).toMatchObject({
      state: 'warming-up',
      reason: {
        code: 'window-excluded',
        params: { excludedSeconds: 30 * DAY },
      },
      budget: {},
      coverage: 0,
      burnRates: {},
    });
    expect(status.sli).toBeUndefined();
  });

  it('takes excluded time for no gap', () => {
    const most = [{ from: at - 28 * DAY, to: at - 2 * DAY }];
    expect(correct(buckets, most)).toMatchObject({ state: 'ok', coverage: 1 });
  });

  it('calms a burn of maintenance that goes on now', () => {
    const now = ledgerOf(start => (start >= at - 6 * HOUR ? 100 : 0));
    expect(evaluateLedger(now).state).toBe('burning');
    const status = correct(now, [{ from: at - 6 * HOUR, to: at + 2 * HOUR }]);
    expect(status.state).toBe('ok');
    expect(status.burnRates['1h']).toBeUndefined();
  });

  it('projects a month with and without', () => {
    const { corrections, projected } = correct(buckets, [outage], warsawMonth);
    expect(corrections?.rawProjected?.bad).toBeCloseTo(
      (projected?.bad ?? 0) + 2400,
    );
    expect(projected?.remaining).toBeGreaterThan(
      corrections?.rawProjected?.remaining ?? NaN,
    );
  });

  it('property: never leaves more bad units than were measured', () => {
    const intervals = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 3000 }),
          fc.integer({ min: 1, max: 400 }),
        )
        .map(([back, length]) => ({
          from: at - back * 900,
          to: at - back * 900 + length * 900,
        })),
      { maxLength: 4 },
    );
    const raw = evaluateLedger(buckets, { measuredUpTo: at });
    fc.assert(
      fc.property(intervals, found => {
        const status = correct(buckets, found);
        expect(status.budget.bad ?? 0).toBeLessThanOrEqual(
          (raw.budget.bad ?? 0) + 1e-9,
        );
        expect([undefined, raw.budget]).toContainEqual(
          status.corrections?.rawBudget,
        );
      }),
      { numRuns: 40 },
    );
  });
});
