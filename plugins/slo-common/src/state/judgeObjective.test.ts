import { utc } from '../__testUtils__/arbitraries';
import { SLO_STATES } from '../status/SloState';
import {
  judgeObjective,
  type JudgeObjectiveOptions,
  SERIES_ABSENT_SECONDS,
} from './judgeObjective';
import { stateRank } from './stateRank';

const DAY = 86_400;
const at = utc('2026-11-21T12:00:00Z');
const from = at - 30 * DAY;

/** An objective of 99.9 % that was measured throughout and is fine. */
function judge(options: Partial<JudgeObjectiveOptions> = {}) {
  return judgeObjective({
    at,
    target: 0.999,
    sourceName: 'prometheus',
    source: { kind: 'up' },
    faults: [],
    window: { from, to: at, fullTo: at },
    sum: { bad: 10, total: 100_000, coveredSeconds: 30 * DAY },
    expectedTotal: options.sum?.total ?? 100_000,
    measuredFrom: from - DAY,
    measuredUpTo: at,
    ...options,
  });
}

const burning = {
  severity: 'page',
  long: '1h',
  short: '5m',
  factor: 14.4,
} as const;

describe('judgeObjective', () => {
  it('pitfall 2: ok while budget is left', () => {
    expect(judge()).toEqual({
      state: 'ok',
      reason: { code: 'budget-left', params: { bad: 10, allowed: 100 } },
    });
  });

  it('pitfall 2: burning while a pair burns', () => {
    expect(judge({ burning })).toEqual({
      state: 'burning',
      reason: { code: 'burn-pair', params: burning },
    });
  });

  it('pitfall 2: exhausted with the last allowed unit, not before', () => {
    const spend = (bad: number) =>
      judge({ sum: { bad, total: 100_000, coveredSeconds: 30 * DAY } });
    expect(spend(99.9).state).toBe('ok');
    expect(spend(100)).toEqual({
      state: 'exhausted',
      reason: { code: 'budget-spent', params: { bad: 100, allowed: 100 } },
    });
    expect(spend(5_000).state).toBe('exhausted');
  });

  it('pitfall 2: no-traffic when nothing happened in a measured window', () => {
    expect(
      judge({ sum: { bad: 0, total: 0, coveredSeconds: 30 * DAY } }),
    ).toEqual({ state: 'no-traffic', reason: { code: 'no-events' } });
  });

  it('pitfall 2: no-data when it was never measured', () => {
    expect(judge({ measuredFrom: undefined, measuredUpTo: undefined })).toEqual(
      { state: 'no-data', reason: { code: 'never-measured' } },
    );
  });

  it('pitfall 2: no-data when the series are gone for more than half an hour', () => {
    const since = (age: number) => judge({ measuredUpTo: at - age });
    expect(SERIES_ABSENT_SECONDS).toBe(1_800);
    expect(since(1_800).state).toBe('ok');
    expect(since(1_801)).toEqual({
      state: 'no-data',
      reason: {
        code: 'series-absent',
        params: { since: '2026-11-21T11:29:59.000Z', ageSeconds: 1_801 },
      },
    });
  });

  it('pitfall 2: no-data when the source is not configured, and says which', () => {
    expect(judge({ source: { kind: 'missing' } })).toEqual({
      state: 'no-data',
      reason: { code: 'source-missing', params: { source: 'prometheus' } },
    });
  });

  it('pitfall 2: no-data with the first fault', () => {
    const faults = [
      { path: 'spec.indicatorRef', message: 'There is no SLI of this name' },
      { path: 'spec.objectives[0]', message: 'Something else' },
    ];
    expect(judge({ faults })).toEqual({
      state: 'no-data',
      reason: {
        code: 'faulty',
        params: {
          faults: 2,
          path: 'spec.indicatorRef',
          message: 'There is no SLI of this name',
        },
      },
    });
  });

  it('pitfall 2: unknown while the source is down, since when', () => {
    expect(judge({ source: { kind: 'down', since: at - 60 } })).toEqual({
      state: 'unknown',
      reason: {
        code: 'source-down',
        params: { source: 'prometheus', since: '2026-11-21T11:59:00.000Z' },
      },
    });
    const down = { kind: 'down' } as const;
    expect(
      judge({ source: down, measuredUpTo: at - 120 }).reason.params,
    ).toEqual({ source: 'prometheus', since: '2026-11-21T11:58:00.000Z' });
    expect(
      judge({ source: down, measuredUpTo: undefined }).reason.params,
    ).toEqual({ source: 'prometheus' });
  });

  it('pitfall 2: insufficient when not one failure would be allowed', () => {
    const events = (total: number) =>
      judge({ sum: { bad: 0, total, coveredSeconds: 30 * DAY } });
    expect(events(1_000).state).toBe('ok');
    expect(events(999)).toEqual({
      state: 'insufficient',
      reason: {
        code: 'too-few-events',
        params: { allowed: 0.999, total: 999 },
      },
    });
  });

  it('pitfall 2: insufficient also with a failure that was not allowed', () => {
    // 1 of 10 at 99.9 % would read as 9,900 % overspent.
    const failed = (bad: number, total: number, target = 0.999) =>
      judge({ target, sum: { bad, total, coveredSeconds: 30 * DAY } });
    expect(failed(1, 10)).toEqual({
      state: 'insufficient',
      reason: { code: 'too-few-events', params: { allowed: 0.01, total: 10 } },
    });
    expect(failed(10, 10).state).toBe('insufficient');
    // From the first event that may fail on, the budget is a budget.
    expect(failed(1, 999).state).toBe('insufficient');
    expect(failed(1, 1_000).state).toBe('exhausted');
    expect(failed(1, 1, 0).state).toBe('exhausted');
  });

  it('burns with few events when so many fail that a pair fires', () => {
    expect(
      judge({
        burning,
        sum: { bad: 50, total: 100, coveredSeconds: 30 * DAY },
      }).state,
    ).toBe('burning');
  });

  it('pitfall 8: warming up while the window reaches beyond the first measurement', () => {
    const since = (measuredFrom: number) =>
      judge({
        measuredFrom,
        sum: { bad: 10, total: 100_000, coveredSeconds: 15 * DAY },
      });
    expect(since(from + 3_600).state).toBe('ok');
    expect(since(from + 3_601)).toEqual({
      state: 'warming-up',
      reason: {
        code: 'window-not-covered',
        params: { measuredSeconds: 15 * DAY, windowSeconds: 30 * DAY },
      },
    });
  });

  it('warms up, and does not claim silence, when a window has only just begun', () => {
    expect(
      judge({
        window: { from: at, to: at, fullTo: at + 30 * DAY },
        sum: { bad: 0, total: 0, coveredSeconds: 0 },
        expectedTotal: 100_000,
      }),
    ).toMatchObject({
      state: 'warming-up',
      reason: { params: { measuredSeconds: 0, windowSeconds: 0 } },
    });
  });

  it('judges exhaustion and volume by the expected whole', () => {
    const window = { from: at - DAY, to: at, fullTo: at + 29 * DAY };
    const sum = { bad: 10, total: 1_000, coveredSeconds: DAY };
    expect(judge({ window, sum, expectedTotal: 30_000 }).state).toBe('ok');
    expect(judge({ window, sum, expectedTotal: 10_000 }).state).toBe(
      'exhausted',
    );
    const quiet = { bad: 0, total: 100, coveredSeconds: DAY };
    expect(judge({ window, sum: quiet, expectedTotal: 3_000 }).state).toBe(
      'ok',
    );
    expect(judge({ window, sum: quiet, expectedTotal: 500 })).toMatchObject({
      state: 'insufficient',
      reason: { params: { allowed: 0.5, total: 500 } },
    });
  });

  it('is not exhausted by nothing of nothing', () => {
    expect(
      judge({
        sum: { bad: 0, total: 0, coveredSeconds: DAY },
        expectedTotal: 0,
      }).state,
    ).toBe('no-traffic');
  });

  it('is not ok where less than half of the window was measured', () => {
    const measured = (days: number) =>
      judge({ sum: { bad: 10, total: 100_000, coveredSeconds: days * DAY } });
    expect(measured(10)).toEqual({
      state: 'warming-up',
      reason: {
        code: 'window-has-gaps',
        params: {
          share: 1 / 3,
          measuredSeconds: 10 * DAY,
          windowSeconds: 30 * DAY,
        },
      },
    });
    expect(measured(14.9).state).toBe('warming-up');
    expect(measured(15).state).toBe('ok');
  });

  it('is exhausted or burning on little data too', () => {
    const coveredSeconds = 10 * DAY;
    expect(
      judge({ sum: { bad: 100, total: 100_000, coveredSeconds } }).state,
    ).toBe('exhausted');
    expect(
      judge({ burning, sum: { bad: 10, total: 100_000, coveredSeconds } })
        .state,
    ).toBe('burning');
  });

  describe('precedence', () => {
    const troubles: Array<[string, Partial<JudgeObjectiveOptions>]> = [
      ['source-missing', { source: { kind: 'missing' } }],
      ['faulty', { faults: [{ path: 'spec', message: 'wrong' }] }],
      ['source-down', { source: { kind: 'down' } }],
      ['series-absent', { measuredUpTo: at - DAY }],
      [
        'budget-spent',
        {
          sum: { bad: 3, total: 1_000, coveredSeconds: DAY },
          expectedTotal: 1_000,
        },
      ],
      ['burn-pair', { burning }],
      [
        'too-few-events',
        {
          sum: { bad: 3, total: 100, coveredSeconds: DAY },
          expectedTotal: 100,
        },
      ],
      ['window-not-covered', { measuredFrom: at - DAY }],
      [
        'window-has-gaps',
        {
          sum: { bad: 0, total: 100_000, coveredSeconds: DAY },
          expectedTotal: 100_000,
        },
      ],
    ];

    it.each(troubles.map(([code], index) => [code, index] as const))(
      '%s wins over all that follow',
      (code, index) => {
        // Later entries first, so that earlier ones replace what they set too.
        const all = troubles
          .slice(index)
          .reverse()
          .map(([, options]) => options);
        expect(judge(Object.assign({}, ...all)).reason.code).toBe(code);
        for (const [, later] of troubles.slice(index + 1)) {
          const pair = { ...later, ...troubles[index][1] };
          expect(judge(pair).reason.code).toBe(code);
        }
      },
    );

    it('a fault is named before the source that is missing is down', () => {
      expect(
        judge({
          faults: [{ path: 'spec', message: 'wrong' }],
          source: { kind: 'missing' },
        }).reason.code,
      ).toBe('source-missing');
    });

    it('silence that burned before still burns', () => {
      expect(
        judge({ burning, sum: { bad: 0, total: 0, coveredSeconds: 9 } }).state,
      ).toBe('burning');
    });
  });
});

describe('stateRank', () => {
  it('is 0 for the worst and grows to ok', () => {
    expect(stateRank('exhausted')).toBe(0);
    expect(stateRank('burning')).toBe(1);
    expect(stateRank('ok')).toBe(SLO_STATES.length - 1);
    expect(SLO_STATES.map(stateRank)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
