import fc from 'fast-check';
import { counts } from '../__testUtils__/arbitraries';
import type { Budgeting } from '../objective/Budgeting';
import { SLO_STATES, type SloState } from '../status/SloState';
import { unixSeconds } from '../window/isoInstant';
import type { TimeWindow } from '../window/TimeWindow';
import { type RollupPart, parseSumKey, rollupPart } from './rollupPart';
import { toRollupSum, sortSums } from './toRollupSum';
import { addUp, type AddedObjective } from './testUtils/addUp';
import { worstState } from './worstState';

const thirtyDays: TimeWindow = {
  kind: 'rolling',
  duration: { value: 30, unit: 'd' },
};
const month: TimeWindow = {
  kind: 'calendar',
  duration: { value: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};
const NOVEMBER = {
  windowFrom: '2026-10-31T23:00:00.000Z',
  windowTo: '2026-11-30T23:00:00.000Z',
};

const NOON = unixSeconds('2026-11-19T12:00:00.000Z');
const DAY = 86_400;

/** An objective that counts requests over 30 days. */
function objective(
  options: {
    entityRef?: string;
    window?: TimeWindow;
    budgeting?: Budgeting;
    unit?: 'events' | 'slices';
    kind?: 'ratio' | 'raw' | 'threshold';
    state?: SloState;
    bad?: number;
    total?: number;
    coverage?: number;
    measuredFrom?: number;
    excludedSeconds?: number;
  } & Partial<typeof NOVEMBER> = {},
): AddedObjective {
  const {
    entityRef = 'component:default/cart',
    window = thirtyDays,
    budgeting = { method: 'occurrences' },
    unit = 'events',
    kind = 'ratio',
    state = 'ok',
    bad = 1,
    total = 1_000,
    coverage = 1,
    windowFrom = '2026-10-20T00:00:00.000Z',
    windowTo = '2026-11-19T00:00:00.000Z',
    measuredFrom = unixSeconds(windowFrom),
    excludedSeconds,
  } = options;
  return {
    entityRef,
    definition: { unit, window, budgeting, indicator: { kind } },
    status: {
      state,
      budget: { bad, total },
      coverage,
      windowFrom,
      windowTo,
      measuredFrom,
      ...(excludedSeconds !== undefined && {
        corrections: { count: 1, excludedSeconds, rawBudget: {} },
      }),
    },
    at: NOON,
  };
}

const keyOf = (part: RollupPart) =>
  'sumKey' in part ? part.sumKey : `left out: ${part.leftOut}`;
const slices = (seconds: number): Budgeting => ({
  method: 'timeslices',
  sliceSeconds: seconds,
  sliceTarget: 0.99,
});

describe('rollupPart', () => {
  it('names the unit and the window that may be added', () => {
    expect(parseSumKey(keyOf(rollupPart(objective())))).toEqual({
      unit: 'events',
      window: thirtyDays,
    });
    const sliced = objective({
      unit: 'slices',
      budgeting: slices(60),
      window: month,
      ...NOVEMBER,
    });
    expect(parseSumKey(keyOf(rollupPart(sliced)))).toEqual({
      unit: 'slices',
      slices: { method: 'timeslices', seconds: 60 },
      window: {
        kind: 'calendar',
        duration: { value: 1, unit: 'M' },
        timeZone: 'Europe/Warsaw',
        from: NOVEMBER.windowFrom,
        to: NOVEMBER.windowTo,
      },
    });
  });

  it.each([
    [
      'the length',
      objective(),
      objective({
        window: { kind: 'rolling', duration: { value: 7, unit: 'd' } },
      }),
    ],
    ['the kind of window', objective(), objective({ window: month })],
    [
      'the month',
      objective({ window: month, ...NOVEMBER }),
      objective({
        window: month,
        ...NOVEMBER,
        windowFrom: '2026-09-30T22:00:00.000Z',
      }),
    ],
    [
      'the zone',
      objective({ window: month }),
      objective({ window: { ...month, timeZone: 'UTC' } }),
    ],
    ['what is counted', objective(), objective({ kind: 'threshold' })],
    [
      'events and slices',
      objective(),
      objective({ unit: 'slices', budgeting: slices(60) }),
    ],
    [
      'the length of slices',
      objective({ unit: 'slices', budgeting: slices(60) }),
      objective({ unit: 'slices', budgeting: slices(300) }),
    ],
    [
      'how slices are judged',
      objective({ unit: 'slices', budgeting: slices(60) }),
      objective({
        unit: 'slices',
        budgeting: { method: 'ratio-timeslices', sliceSeconds: 60 },
      }),
    ],
  ])('never adds where %s differs', (_what, one, other) => {
    expect(keyOf(rollupPart(one))).not.toBe(keyOf(rollupPart(other)));
    expect(addUp([one, other]).sums).toHaveLength(2);
  });

  it('adds windows that mean one time, however they are written', () => {
    const fourWeeks = objective({
      window: { kind: 'rolling', duration: { value: 4, unit: 'w' } },
      windowFrom: '2026-10-20T00:01:00.000Z',
    });
    const days = objective({
      window: { kind: 'rolling', duration: { value: 28, unit: 'd' } },
    });
    expect(keyOf(rollupPart(fourWeeks))).toBe(keyOf(rollupPart(days)));
    const later = { ...month, startTime: '2026-05-01 00:00:00' };
    expect(keyOf(rollupPart(objective({ window: month, ...NOVEMBER })))).toBe(
      keyOf(rollupPart(objective({ window: later, ...NOVEMBER }))),
    );
  });

  it.each([
    ['unknown', { leftOut: 'stale' }],
    ['no-data', { leftOut: 'not-measured' }],
    ['warming-up', { leftOut: 'warming-up' }],
    ['exhausted', { total: 1_000 }],
    ['burning', { total: 1_000 }],
    ['insufficient', { total: 1_000 }],
    ['no-traffic', { total: 1_000 }],
    ['ok', { total: 1_000 }],
  ] as const)('what is %s gives %j', (state, part) => {
    expect(rollupPart(objective({ state }))).toMatchObject(part);
  });

  it.each(['burning', 'exhausted', 'insufficient', 'ok'] as const)(
    'leaves out what is %s, and was measured for a part of the window only',
    state => {
      const part = (given: Parameters<typeof objective>[0]) =>
        keyOf(rollupPart(objective({ state, ...given })));
      const whole = keyOf(rollupPart(objective()));
      expect(part({ measuredFrom: NOON - 3 * 3_600 })).toBe(
        'left out: warming-up',
      );
      expect(part({ coverage: 0.4 })).toBe('left out: warming-up');
      expect(part({ coverage: 0.6 })).toBe(whole);
      // of two days that corrections leave, one was measured
      expect(part({ excludedSeconds: 28 * DAY, coverage: 0.5 })).toBe(whole);
      expect(part({ excludedSeconds: 28 * DAY, coverage: 0.4 })).toBe(
        'left out: warming-up',
      );
      // a month is as old as it is
      const young = { windowFrom: '2026-11-18T23:00:00.000Z' };
      expect(
        part({
          window: month,
          ...NOVEMBER,
          ...young,
          coverage: 0.8,
        }),
      ).toContain('"kind":"calendar"');
    },
  );

  it('leaves out what has no numbers, no bounds, or impossible numbers', () => {
    const leftOut = (part: AddedObjective) => keyOf(rollupPart(part));
    const unmeasured = objective();
    expect(
      leftOut({ ...unmeasured, status: { ...unmeasured.status, budget: {} } }),
    ).toBe('left out: not-measured');
    const unbounded = objective({ window: month });
    expect(
      leftOut({
        ...unbounded,
        status: { ...unbounded.status, windowTo: undefined },
      }),
    ).toBe('left out: not-measured');
    expect(leftOut(objective({ bad: -1 }))).toBe('left out: out-of-step');
    expect(leftOut(objective({ bad: 1_001 }))).toBe('left out: out-of-step');
    // what adding fractions loses is no fault
    expect(rollupPart(objective({ bad: 1 + 1e-12, total: 1 }))).toHaveProperty(
      'sumKey',
    );
  });
});

describe('the weighted indicator', () => {
  const sumKey = keyOf(rollupPart(objective()));

  it('weighs by volume: sum of good over sum of total', () => {
    const [sum] = addUp([
      objective({ bad: 0, total: 1_000_000, coverage: 0.9 }),
      objective({ bad: 500, total: 1_000, coverage: 0.99 }),
      objective({ entityRef: 'component:default/pay', bad: 0, total: 0 }),
    ]).sums;
    expect(sum).toMatchObject({
      objectives: 3,
      services: 2,
      bad: 500,
      good: 1_000_500,
      total: 1_001_000,
      coverage: 0.9,
    });
    // not 75 %, which the mean of the two ratios would be
    expect(sum.sli).toBeCloseTo(1_000_500 / 1_001_000, 12);
  });

  it('is nothing without events, and never leaves 0..1', () => {
    const without = { objectives: 1, services: 1, coverage: 1, sumKey };
    const empty = toRollupSum({ ...without, bad: 0, total: 0 });
    expect(empty).toMatchObject({ total: 0, good: 0 });
    expect(empty.sli).toBeUndefined();
    expect(toRollupSum({ ...without, bad: 1 + 1e-12, total: 1 })).toMatchObject(
      {
        sli: 0,
        good: 0,
      },
    );
  });

  const anyObjective = fc
    .record({
      service: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(...SLO_STATES),
      unit: fc.constantFrom('events' as const, 'slices' as const),
      window: fc.constantFrom(thirtyDays, month),
      kind: fc.constantFrom('ratio' as const, 'raw' as const),
      coverage: fc.integer({ min: 0, max: 100 }).map(share => share / 100),
      count: counts,
    })
    .map(({ service, unit, count, ...rest }) =>
      objective({
        ...rest,
        ...count,
        unit,
        budgeting: unit === 'slices' ? slices(60) : undefined,
        entityRef: `component:default/${service}`,
      }),
    );
  const anyObjectives = fc.array(anyObjective, { maxLength: 30 });

  it('lies between the best and the worst that it joins', () => {
    fc.assert(
      fc.property(anyObjectives, all => {
        const outside = addUp(all).sums.filter(sum => {
          const key = JSON.stringify(keyPart(sum));
          const ratios = all.map(rollupPart).flatMap(part => {
            const joined = 'sumKey' in part && part.sumKey === key;
            return joined && part.total > 0 ? [1 - part.bad / part.total] : [];
          });
          if (ratios.length === 0 || sum.sli === undefined) {
            return ratios.length > 0 || sum.sli !== undefined;
          }
          return (
            sum.sli < Math.min(...ratios) - 1e-12 ||
            sum.sli > Math.max(...ratios) + 1e-12
          );
        });
        expect(outside).toEqual([]);
      }),
    );
  });

  it('has what was measured beside it where some are corrected', () => {
    const rawBudget = { bad: 41, total: 2_000 };
    const status = (corrections: object) => {
      const one = objective({ bad: 1, total: 1_000 });
      return {
        ...one,
        status: {
          ...one.status,
          corrections: {
            count: 1,
            excludedSeconds: 900,
            rawBudget,
            ...corrections,
          },
        },
      };
    };
    const { sums } = addUp([objective({ bad: 9 }), status({})]);
    expect(sums).toMatchObject([
      {
        objectives: 2,
        bad: 10,
        total: 2_000,
        corrected: {
          objectives: 1,
          bad: 50,
          total: 3_000,
          sli: expect.closeTo(1 - 50 / 3_000),
        },
      },
    ]);
    // what was not measured, and what is only ahead, changes no sum
    for (const same of [
      status({ rawBudget: {} }),
      status({ excludedSeconds: 0, aheadSeconds: 900 }),
    ]) {
      expect(addUp([same]).sums[0].corrected).toBeUndefined();
    }
  });

  it('loses no objective, and adds every unit exactly once', () => {
    fc.assert(
      fc.property(anyObjectives, all => {
        const { sums, leftOut } = addUp(all);
        const added = [...sums, ...leftOut].reduce(
          (number, { objectives }) => number + objectives,
          0,
        );
        expect(added).toBe(all.length);
        const total = (list: Array<{ total: number }>) =>
          list.reduce((number, one) => number + one.total, 0);
        const parts = all.map(rollupPart);
        expect(total(sums)).toBe(
          total(parts.flatMap(part => ('total' in part ? [part] : []))),
        );
      }),
    );
  });

  it('does not depend on the order', () => {
    const inSomeOrder = anyObjectives.chain(all =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(inSomeOrder, ([all, shuffled]) => {
        const byKey = (list: AddedObjective[]) =>
          new Map(
            addUp(list).sums.map(sum => [JSON.stringify(keyPart(sum)), sum]),
          );
        expect(byKey(shuffled)).toEqual(byKey(all));
      }),
    );
  });

  it('is not moved by what is of another window or unit', () => {
    fc.assert(
      fc.property(anyObjectives, anyObjective, (all, other) => {
        const key = keyOf(rollupPart(other));
        const others = (list: AddedObjective[]) =>
          addUp(list).sums.filter(sum => JSON.stringify(keyPart(sum)) !== key);
        expect(others([...all, other])).toEqual(others(all));
      }),
    );
  });

  function keyPart({
    unit,
    slices: cut,
    window,
  }: ReturnType<typeof toRollupSum>) {
    return { unit, ...(cut && { slices: cut }), window };
  }
});

describe('sortSums', () => {
  it('puts first what says most: events, then services, objectives, units', () => {
    const sum = (
      unit: 'events' | 'readings' | 'slices',
      services: number,
      objectives: number,
      total: number,
    ) =>
      toRollupSum({
        sumKey: JSON.stringify({ unit, window: thirtyDays }),
        services,
        objectives,
        bad: 0,
        total,
        coverage: 1,
      });
    const sorted = [
      sum('events', 3, 3, 10),
      sum('events', 2, 5, 10),
      sum('events', 2, 4, 20),
      sum('events', 2, 4, 10),
      sum('readings', 9, 9, 99),
      sum('slices', 9, 9, 99),
    ];
    const given = [...sorted].reverse();
    expect(sortSums(given)).toEqual(sorted);
    expect(given[0]).toEqual(sorted[5]);
  });
});

describe('worstState', () => {
  it('is the first of the order of lists that anything is in', () => {
    fc.assert(
      fc.property(fc.subarray([...SLO_STATES]), present => {
        const all = Object.fromEntries(
          SLO_STATES.map(state => [state, present.includes(state) ? 2 : 0]),
        );
        expect(worstState(all)).toBe(present[0]);
      }),
    );
    expect(worstState({})).toBeUndefined();
  });
});
