import fc from 'fast-check';
import {
  calendarWindows,
  ledgers,
  targets as anyTarget,
} from '../__testUtils__/arbitraries';
import {
  at,
  evaluateLedger,
  ledgerOf,
  thirtyDays,
  warsawMonth,
} from '../__testUtils__/evaluateLedger';
import { burnPairs } from '../burnRate/burnPairs';
import { burningPair, type BurnSums } from '../burnRate/burningPair';
import { burnWindowRange } from '../burnRate/burnWindowRange';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sumBuckets } from '../ledger/sumBuckets';
import { BURN_WINDOWS } from '../status/BurnRates';
import type { TimeWindow } from '../window/TimeWindow';
import { simulateTargets, simulationSteps } from './simulateTargets';
import { simulationRange } from './simulationRange';

const DAY = 86_400;
const HOUR = 3_600;
const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

function simulate(
  buckets: readonly Bucket[],
  targets: readonly number[],
  options: Partial<{
    from: number;
    to: number;
    window: TimeWindow;
    unit: 'events' | 'slices';
    measuredFrom: number;
    excluded: LedgerRange[];
  }> = {},
) {
  const { from = at - 30 * DAY, to = at, unit = 'events', ...rest } = options;
  const { window = thirtyDays, measuredFrom, excluded } = rest;
  const definition = { unit, window };
  return simulateTargets({
    definition,
    buckets,
    targets,
    from,
    to,
    measuredFrom,
    excluded,
  });
}

/** Five-minute buckets of 1,000 units, bad as told, before `at`. */
function fineLedger(days: number, badAt: (start: number) => number): Bucket[] {
  return Array.from({ length: days * 288 }, (_, index) => {
    const start = at - days * DAY + index * 300;
    return {
      start,
      seconds: 300,
      bad: badAt(start),
      total: 1_000,
      coveredSeconds: 300,
    };
  });
}

describe('simulateTargets', () => {
  it('expects nothing of time that is excluded ahead', () => {
    const buckets = ledgerOf(start => (start === at - 9 * DAY ? 900 : 0));
    const excluded = [{ from: at, to: at + 5 * DAY }];
    const [told] = simulate(buckets, [0.99], {
      window: warsawMonth,
      excluded,
    }).targets;
    const status = evaluateLedger(buckets, {
      window: warsawMonth,
      corrections: {
        intervals: excluded,
        rawWindow: { bad: 0, total: 0, coveredSeconds: 0, from: 0, to: 0 },
      },
    });
    expect(told.projected).toEqual(status.projected);
    expect(told.projected?.expectedTotal).toBeCloseTo(25 * 9_600);
    expect(told.worst?.remaining).toBeCloseTo(
      told.projected?.remaining ?? NaN,
      6,
    );
  });

  /** Two outages of an hour, 2.5 % and 0.9 %, in two months. */
  const first = at - 20 * DAY;
  const second = at - 2 * DAY;
  const within = (start: number, from: number) =>
    start >= from && start < from + HOUR;
  const outages = fineLedger(60, start => {
    const bad = within(start, first) ? 25 : 0;
    return within(start, second) ? 9 : bad;
  });

  it('says what each target would have meant', () => {
    const { targets, replays, ...span } = simulate(
      outages,
      [0.99, 0.999, 0.9995],
    );
    expect(span).toEqual({
      from: iso(at - 30 * DAY),
      to: iso(at),
      coverage: 1,
      windowCoverage: 1,
      window: thirtyDays,
      unit: 'events',
      minBad: 10,
    });
    // 408 of 8,640,000 failed
    expect(targets.map(({ budget }) => budget.remaining)).toEqual([
      expect.closeTo(1 - 408 / 86_400),
      expect.closeTo(1 - 408 / 8_640),
      expect.closeTo(1 - 408 / 4_320),
    ]);
    expect(targets.map(({ pages }) => pages.count)).toEqual([0, 1, 2]);
    // neither makes up a tenth of a budget within a day
    expect(targets.map(({ tickets }) => tickets.count)).toEqual([0, 0, 0]);
    expect(targets[1].episodes.filter(one => one.severity === 'page')).toEqual([
      {
        severity: 'page',
        // 2.5 % spend 1.44 % of an hour's units in seven buckets
        from: iso(first + 7 * 300),
        to: iso(first + HOUR + 300),
        pair: { long: '1h', short: '5m', factor: 14.4 },
      },
    ]);
    expect(targets[2].worst).toEqual({
      remaining: expect.closeTo(1 - 408 / 4_320),
      at: expect.stringContaining(iso(second + HOUR).slice(0, 14)),
    });
    expect(targets.map(target => target.exhaustedSeconds)).toEqual([0, 0, 0]);
    expect(targets[1].judgedSeconds).toBe(30 * DAY);
    expect(targets.map(target => target.outageSecondsAMonth)).toEqual([
      25_920, 2_592, 1_296,
    ]);
    expect(targets[1].pages.detectable).toBeCloseTo(0.006);
    expect(replays.map(({ long }) => long)).toEqual(['1h', '6h', '1d', '3d']);
    expect(replays[0].stretches).toEqual([
      { from: span.from, to: span.to, everySeconds: 300 },
    ]);
  });

  it('counts the days without a budget, and how much was overspent', () => {
    const bad = fineLedger(60, start => (within(start, first) ? 900 : 0));
    const [target] = simulate(bad, [0.999]).targets;
    // 10,800 failed where 8,640 may: from the tenth bucket on
    expect(target.state).toBe('exhausted');
    expect(target.worst?.remaining).toBeCloseTo(1 - 10_800 / 8_640);
    expect(target.exhaustedSeconds).toBe(at - first - 2_700);
  });

  it('on quarters of an hour leaves out what they cannot tell', () => {
    const coarse = ledgerOf(start => (within(start, first) ? 20 : 0), {
      total: 3_000,
    });
    const { targets, replays } = simulate(coarse, [0.999]);
    expect(replays[0]).toMatchObject({
      long: '1h',
      stretches: [{ from: iso(at - 30 * DAY), to: iso(at) }],
    });
    expect(replays[0].stretches[0]).not.toHaveProperty('everySeconds', 300);
    expect(replays[1].stretches[0].everySeconds).toBe(900);
    // 0.67 % of an hour is too little for either pair of pages
    expect(targets[0].pages).toMatchObject({ count: 0, undecided: 0 });

    const worse = ledgerOf(start => (within(start, first) ? 60 : 0), {
      total: 3_000,
    });
    const [told] = simulate(worse, [0.999]).targets;
    // 2 % of an hour: the pair of an hour may have paged, and nobody can tell
    expect(told.pages).toMatchObject({ count: 0, undecided: 1 });
  });

  it('leaves out what corrections take out', () => {
    const excluded = [{ from: first - 900, to: first + 2 * HOUR }];
    const { targets, coverage } = simulate(outages, [0.9995], { excluded });
    expect(coverage).toBe(1);
    // the 108 failures of the second outage, of thirty days without the first
    const total = (30 * DAY - 2 * HOUR - 900) / 0.3;
    expect(targets[0].budget).toMatchObject({ bad: 108, total });
    expect(targets[0].pages.count).toBe(1);
    expect(targets[0].judgedSeconds).toBe(30 * DAY);
    const whole = [{ from: at - 60 * DAY, to: at }];
    const nothing = simulate(outages, [0.9995], { excluded: whole });
    expect(nothing.coverage).toBe(0);
    expect(nothing.targets[0]).toMatchObject({ judgedSeconds: 0, budget: {} });
  });

  it('takes parts of slices for what they are', () => {
    // a slice of five minutes each, a tenth bad for an hour
    const slices = fineLedger(60, start => (within(start, first) ? 0.1 : 0));
    const buckets = slices.map(bucket => ({ ...bucket, total: 1 }));
    const [told] = simulateTargets({
      definition: {
        unit: 'slices',
        window: thirtyDays,
        budgeting: { method: 'ratio-timeslices', sliceSeconds: 300 },
      },
      targets: [0.9999],
      buckets,
      from: at - 30 * DAY,
      to: at,
    }).targets;
    expect(told.pages.count).toBe(1);
    expect(told.state).toBe('exhausted');
    expect(told.worst?.remaining).toBeCloseTo(1 - 1.2 / 0.864);
  });

  it('says nothing of the time before the first measurement', () => {
    const young = fineLedger(3, () => 1);
    const simulation = simulate(young, [0.99]);
    expect(simulation.from).toBe(iso(at - 3 * DAY));
    expect(simulation.windowCoverage).toBeCloseTo(0.1);
    expect(simulation.targets[0]).toMatchObject({
      state: 'warming-up',
      judgedSeconds: 0,
      exhaustedSeconds: 0,
    });
    expect(simulation.targets[0].worst).toBeUndefined();
  });

  it('stands without any measurement', () => {
    const { targets, ...rest } = simulate([], [0.99, 0.999]);
    expect(rest).toMatchObject({ coverage: 0, windowCoverage: 0 });
    expect(targets).toHaveLength(2);
    expect(targets[0]).toMatchObject({ state: 'no-data', budget: {} });
    expect(targets[0].pages.count).toBe(0);
    expect(targets[0].pages.detectable).toBeUndefined();
  });

  it('judges a calendar window against what it came to hold', () => {
    const november = Date.UTC(2026, 9, 31, 23) / 1000;
    // ten failures in the first hour of November
    const buckets = ledgerOf(start => (within(start, november) ? 2.5 : 0));
    const [target] = simulate(buckets, [0.999], {
      window: warsawMonth,
      from: at - 60 * DAY,
    }).targets;
    // 100 units each quarter of thirty days
    const remaining = 1 - 10 / 288;
    expect(target.projected?.remaining).toBeCloseTo(remaining);
    expect(target.worst?.remaining).toBeCloseTo(remaining);
    expect(target.exhaustedSeconds).toBe(0);
  });

  const fine = ledgers({ start: at - 4 * DAY, step: 300, maxLength: 1_152 });
  const coarse = ledgers({ start: at - 9 * DAY, step: 900, maxLength: 480 });
  const mixed = fc
    .tuple(coarse, fine)
    .map(([old, young]) => [...old, ...young]);
  const windows = fc.oneof(
    fc.constantFrom<TimeWindow>(thirtyDays, {
      kind: 'rolling',
      duration: { value: 7, unit: 'd' },
    }),
    calendarWindows,
  );
  /** Ends on the clock and beside it. */
  const ends = fc.nat(900).map(seconds => at - seconds);

  it('property: ends where the objective of that target stands', () => {
    fc.assert(
      fc.property(
        mixed,
        anyTarget,
        windows,
        ends,
        (all, target, window, to) => {
          const buckets = all.filter(({ start }) => start < to);
          const measuredFrom = at - 9 * DAY;
          const options = { window, to, measuredFrom, from: to - 5 * DAY };
          const [told] = simulate(buckets, [target], options).targets;
          const newest = buckets.filter(one => one.coveredSeconds > 0).at(-1);
          const judged = evaluateLedger(buckets, {
            window,
            target,
            at: to,
            measuredFrom,
            measuredUpTo: newest && Math.min(to, newest.start + 300),
          });
          expect(told.state).toBe(judged.state);
          expect(told.budget).toEqual(judged.budget);
          expect(told.projected).toEqual(judged.projected);
          const burns = told.episodes.some(one => one.to === undefined);
          expect(burns || judged.state !== 'burning').toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('property: a stricter target never has more budget, nor fewer alarms', () => {
    fc.assert(
      fc.property(mixed, anyTarget, anyTarget, (buckets, one, other) => {
        const [lax, strict] = simulate(
          buckets,
          [one, other].sort((a, b) => a - b),
          { from: at - 8 * DAY },
        ).targets;
        expect(strict.budget.remaining ?? 0).toBeLessThanOrEqual(
          lax.budget.remaining ?? 0,
        );
        expect(strict.pages.seconds).toBeGreaterThanOrEqual(lax.pages.seconds);
        expect(strict.tickets.seconds).toBeGreaterThanOrEqual(
          lax.tickets.seconds,
        );
        expect(strict.outageSecondsAMonth).toBeLessThanOrEqual(
          lax.outageSecondsAMonth,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('property: finds the alarms that a naive replay finds', () => {
    fc.assert(
      fc.property(fine, anyTarget, (buckets, target) => {
        const from = at - 3 * DAY;
        const [told] = simulate(buckets, [target], {
          from,
          measuredFrom: from - DAY,
        }).targets;
        for (const severity of ['page', 'ticket'] as const) {
          const naive = naiveRuns({ buckets, target, severity, from, to: at });
          expect(
            told.episodes.filter(one => one.severity === severity),
          ).toEqual(naive.slice(-100));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('property: needs no more than its range', () => {
    fc.assert(
      fc.property(mixed, windows, (buckets, window) => {
        const span = { from: at - 2 * DAY, to: at };
        const needed = simulationRange({ window, ...span });
        const options = { window, ...span, measuredFrom: at - 9 * DAY };
        const some = buckets.filter(
          ({ start }) => start >= needed.from && start < needed.to,
        );
        fc.pre(some.some(one => one.coveredSeconds > 0));
        expect(simulate(some, [0.99], options).targets).toEqual(
          simulate(buckets, [0.99], options).targets,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('lets others have their turn every day of a span, whatever the target', () => {
    const days = 90;
    const buckets = fineLedger(days + 30, start => (start / 300) % 7);
    const count = (targets: readonly number[]) => {
      const steps = simulationSteps({
        definition: { unit: 'events', window: thirtyDays },
        buckets,
        targets,
        from: at - days * DAY,
        to: at,
      });
      let turns = 0;
      for (let step = steps.next(); !step.done; step = steps.next()) {
        turns += 1;
      }
      return turns;
    };
    // once through the span for its window, and twice more for each target:
    // for pages and for tickets
    const [none, two] = [count([]), count([0.99, 0.999])];
    expect(none).toBeGreaterThanOrEqual(days);
    expect(two - none).toBeGreaterThanOrEqual(2 * 2 * days);
  });

  it('sums excluded time no more often for many corrections', () => {
    const buckets = fineLedger(60, () => 1);
    let reads = 0;
    const correction = (index: number): LedgerRange => ({
      get from() {
        reads += 1;
        return at - 50 * DAY + index * HOUR;
      },
      to: at - 50 * DAY + index * HOUR + 900,
    });
    const readsOf = (count: number) => {
      reads = 0;
      simulate(buckets, [], {
        excluded: Array.from({ length: count }, (_, index) =>
          correction(index),
        ),
      });
      return reads;
    };
    const instants = 30 * 288;
    // what each instant needs grows with the digits of their number alone
    expect(readsOf(200)).toBeLessThan(instants * 60);
    expect(readsOf(200)).toBeLessThan(5 * readsOf(20));
  });
});

/** Every instant by itself, every sum by going through all buckets. */
function naiveRuns(options: {
  buckets: readonly Bucket[];
  target: number;
  severity: 'page' | 'ticket';
  from: number;
  to: number;
}) {
  const { buckets, target, severity, from, to } = options;
  const pairs = burnPairs({ windowSeconds: 30 * DAY, target }).filter(
    pair => pair.severity === severity,
  );
  const runs: Array<Record<string, unknown>> = [];
  let open = false;
  for (let instant = from + 300; instant <= to; instant += 300) {
    const near = buckets.filter(
      ({ start }) => start < instant && start >= instant - 3 * DAY,
    );
    const sums = Object.fromEntries(
      BURN_WINDOWS.map(window => [
        window,
        sumBuckets({
          buckets: near,
          ...burnWindowRange({ window, at: instant }),
        }),
      ]),
    ) as unknown as BurnSums;
    const burning = burningPair({ pairs, target, unit: 'events', sums });
    if (burning && !open) {
      const { long, short, factor } = burning;
      runs.push({
        severity,
        from: iso(instant),
        pair: { long, short, factor },
      });
    } else if (!burning && open) {
      runs[runs.length - 1].to = iso(instant);
    }
    open = burning !== undefined;
  }
  return runs;
}
