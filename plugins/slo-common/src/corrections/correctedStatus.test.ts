import fc from 'fast-check';
import { utc } from '../__testUtils__/arbitraries';
import {
  at,
  evaluateLedger,
  ledgerOf,
  thirtyDays,
  warsawMonth,
} from '../__testUtils__/evaluateLedger';
import { decideGate } from '../gate/decideGate';
import { DEFAULT_GATE_POLICY as policy } from '../gate/GatePolicy';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sumBuckets } from '../ledger/sumBuckets';
import { isoInstant } from '../window/isoInstant';
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
  now = at,
) {
  const excluded = unionRanges(intervals);
  const { from, to } = resolveWindow({ window, at: now });
  return evaluateLedger([...withoutExcluded({ buckets, excluded })], {
    at: now,
    window,
    measuredFrom: buckets[0].start,
    measuredUpTo: now,
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

  describe('of a month, ahead', () => {
    const monthEnd = utc('2026-11-30T23:00:00Z');
    const freeze = { from: at, to: at + 5 * DAY };
    // 1,500 failures, all before now; the whole month would allow 2,880
    const spent = (start: number) => (start === at - 9 * DAY ? 1_500 : 0);
    const until = (now: number) => ledgerOf(spent, { to: now });
    const gateOf = (status: ReturnType<typeof correct>, now: number) =>
      decideGate({
        objectives: [
          {
            ...status,
            ref: 'slo:default/checkout',
            objective: 'served',
            displayName: 'Served',
            evaluatedAt: isoInstant(now),
          },
        ],
        policy,
        now,
      }).verdict;

    it('is what the month will end with, beside what it would be without', () => {
      const without = correct(until(at), [], warsawMonth);
      const { corrections, projected, state } = correct(
        until(at),
        [freeze],
        warsawMonth,
      );
      expect(corrections).toEqual({
        count: 1,
        excludedSeconds: 0,
        aheadSeconds: 5 * DAY,
        rawSli: without.sli,
        rawBudget: without.budget,
        rawProjected: without.projected,
      });
      expect(without.projected?.expectedTotal).toBeCloseTo(30 * 9_600);
      expect(projected?.expectedTotal).toBeCloseTo(25 * 9_600);
      expect(projected?.remaining).toBeCloseTo(1 - 1_500 / 2_400);
      expect(state).toBe('ok');
    });

    it('is of no account to a window that rolls', () => {
      expect(correct(until(at), [freeze]).corrections).toBeUndefined();
    });

    it('property: moves neither budget nor gate while it passes, unless something fails', () => {
      const passing = fc.integer({ min: 0, max: 9 * 96 });
      const ahead = fc.array(
        fc
          .tuple(passing, fc.integer({ min: 1, max: 3 * 96 }))
          .map(([from, length]) => ({
            from: at + from * 900,
            to: at + (from + length) * 900,
          })),
        { minLength: 1, maxLength: 3 },
      );
      fc.assert(
        fc.property(ahead, passing, (intervals, passed) => {
          const now = Math.min(at + passed * 900, monthEnd - 900);
          const first = correct(until(at), intervals, warsawMonth);
          const then = correct(until(now), intervals, warsawMonth, now);
          expect(then.projected?.expectedTotal).toBeCloseTo(
            first.projected?.expectedTotal ?? NaN,
            3,
          );
          expect(then.projected?.remaining).toBeCloseTo(
            first.projected?.remaining ?? NaN,
            9,
          );
          expect(then.state).toBe(first.state);
          expect(gateOf(then, now)).toBe(gateOf(first, at));
        }),
        { numRuns: 60 },
      );
    });
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
