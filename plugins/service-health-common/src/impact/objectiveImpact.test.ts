import { chooseImpacts } from './chooseImpacts';
import type { ObjectiveImpact } from './DeploymentImpact';
import { objectiveImpact } from './objectiveImpact';
import { subjectOfQueries } from './subjectOfQueries';
import { unitCostImpact } from './unitCostImpact';

const LIVE = Date.parse('2026-11-03T14:06:10Z');
const STEP = 300;
const iso = (millis: number) => new Date(millis).toISOString();
const objective = {
  ref: 'slo:default/checkout-availability',
  objective: 'availability',
  displayName: 'Availability',
  target: 0.999,
  targetText: '99.9',
  unit: 'events' as const,
  budget: { allowed: 32_413 },
};
const spans = {
  before: { from: iso(LIVE - 1_800_000), to: iso(LIVE) },
  after: {
    from: iso(LIVE),
    to: iso(LIVE + 412_000),
    endedBy: 'replaced' as const,
  },
};

/** Steps from 13:35 to 14:20, bad for those that end within the release. */
function history(options: { missing?: (at: number) => boolean } = {}) {
  const first = Date.parse('2026-11-03T13:35:00Z');
  const points = Array.from({ length: 10 }, (_, n) => {
    const at = first + n * STEP * 1_000;
    const isHit = at > LIVE && at - STEP * 1_000 < LIVE + 412_000;
    return options.missing?.(at)
      ? { at: iso(at), bad: 0, total: 0, coverage: 0 }
      : {
          at: iso(at),
          bad: isHit ? 3_141 : 1,
          total: 8_265,
          coverage: 1,
          remaining: isHit ? 0.647 : 0.841,
        };
  });
  return { step: STEP, points };
}

function impact(given = history()) {
  return objectiveImpact({
    objective,
    subject: 'errors',
    history: given,
    spans,
  });
}

describe('objectiveImpact', () => {
  it('tells what a bad release did', () => {
    const told = impact();
    expect(told).toMatchObject({
      state: 'worse',
      subject: 'errors',
      stepSeconds: STEP,
      change: {
        // six steps end in the half hour before, that of 14:05 the last
        before: { bad: 6, total: 6 * 8_265 },
        after: { bad: 2 * 3_141, total: 2 * 8_265 },
      },
      burned: expect.closeTo(6_282 / 32_413, 9),
      burnedBeyondUsual: expect.closeTo((6_282 - 2) / 32_413, 9),
      usualBad: expect.closeTo(2, 9),
      remainingBefore: 0.841,
      remainingAfter: 0.647,
    });
  });

  it('cannot tell where a side was not measured', () => {
    const doubt = { state: 'cannot-tell', reason: 'no-data' };
    expect(impact(history({ missing: at => at <= LIVE }))).toMatchObject(doubt);
    expect(impact(history({ missing: at => at > LIVE }))).toMatchObject(doubt);
    expect(impact({ step: STEP, points: [] })).toMatchObject(doubt);
  });

  it('says nothing of a budget that allows nothing', () => {
    const told = objectiveImpact({
      objective: { ...objective, budget: {} },
      subject: 'errors',
      history: history(),
      spans,
    });
    expect(told).toMatchObject({ state: 'worse' });
    expect(told).not.toHaveProperty('burned');
  });
});

describe('chooseImpacts', () => {
  const told = impact();
  const slow: ObjectiveImpact = {
    ...(told as ObjectiveImpact & { state: 'worse' }),
    subject: 'latency',
    displayName: 'Latency',
    burned: 0.5,
  };
  const silent: ObjectiveImpact = {
    ...impact({ step: STEP, points: [] }),
    displayName: 'Silent',
  };

  it('takes the most burned budget, and of errors and latency what can tell', () => {
    expect(chooseImpacts([silent, told, slow])).toEqual({
      budget: slow,
      errorRate: told,
      latency: slow,
      objectives: [slow, told, silent],
    });
  });

  it('says where there is none', () => {
    const none = { state: 'cannot-tell', reason: 'no-objective' };
    expect(chooseImpacts([])).toEqual({
      budget: none,
      errorRate: none,
      latency: none,
      objectives: [],
    });
    expect(chooseImpacts([silent])).toMatchObject({
      budget: { reason: 'no-data' },
      errorRate: { reason: 'no-data' },
      latency: none,
    });
  });
});

describe('subjectOfQueries', () => {
  const of = (text: string, name = 'bad') =>
    subjectOfQueries({
      unit: 'events',
      queries: [
        { name, text },
        {
          name: 'total',
          text: 'sum(rate(http_request_duration_seconds_count[5m]))',
        },
      ],
    });

  it('tells errors from latency by what is bad', () => {
    expect(of('sum(rate(http_requests_total{code=~"5.."}[5m]))')).toBe(
      'errors',
    );
    expect(
      of(
        'sum(rate(http_request_duration_seconds_bucket{le="0.4"}[5m]))',
        'good',
      ),
    ).toBe('latency');
    expect(of('histogram_quantile(0.95, x)', 'value')).toBe('latency');
    expect(
      subjectOfQueries({
        unit: 'slices',
        queries: [{ name: 'value', text: 'max(queue_age)' }],
      }),
    ).toBe('other');
    expect(subjectOfQueries({ unit: 'events', queries: [] })).toBe('other');
  });

  it('leaves out what is measured from deployments', () => {
    expect(of('backstage_plugin_stability_deployments_total')).toBeUndefined();
  });
});

describe('unitCostImpact', () => {
  const cost = {
    deploymentId: 'd',
    finishedAt: iso(LIVE),
    unit: 'requests',
    per: 1_000_000,
    pairs: 14,
    before: '21.74',
    after: '23.37',
    change: { ratio: 0.075, low: 0.06, high: 0.09 },
  };

  it('says dearer, cheaper or that it is not clear', () => {
    expect(unitCostImpact({ ...cost, state: 'changed' })).toEqual({
      state: 'worse',
      unit: 'requests',
      per: 1_000_000,
      pairs: 14,
      before: '21.74',
      after: '23.37',
      change: cost.change,
    });
    const cheaper = { ratio: -0.1, low: -0.2, high: -0.05 };
    expect(
      unitCostImpact({ ...cost, state: 'changed', change: cheaper }).state,
    ).toBe('better');
    // an interval for this one alone is not enough: others were tried, too
    expect(unitCostImpact({ ...cost, state: 'cannot-tell' }).state).toBe(
      'no-clear-change',
    );
  });

  it('says why it cannot tell', () => {
    const bare = { ...cost, change: undefined };
    const of = (more: object) =>
      unitCostImpact({ ...bare, state: 'due', ...more });
    expect(of({ dueOn: '2026-11-20' })).toEqual({
      state: 'cannot-tell',
      reason: 'bill-due',
      dueOn: '2026-11-20',
    });
    expect(of({ state: 'too-short' })).toMatchObject({
      reason: 'live-under-one-day',
    });
    expect(of({ state: 'no-volume' })).toMatchObject({ reason: 'no-volume' });
    expect(of({ state: 'cannot-tell', reason: 'turn-of-month' })).toMatchObject(
      { state: 'cannot-tell', reason: 'turn-of-month' },
    );
    expect(of({ state: 'cannot-tell' })).toMatchObject({
      reason: 'not-billed',
    });
    expect(unitCostImpact(undefined)).toMatchObject({ reason: 'not-billed' });
  });
});
