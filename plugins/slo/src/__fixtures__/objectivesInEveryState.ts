import type { ObjectiveStatus, SloState } from '@plimsoll/plugin-slo-common';
import { EVALUATED_AT, objectiveStatus } from './objectiveStatus';

/** What is not known of an objective that was never judged. */
const UNMEASURED: Partial<ObjectiveStatus> = {
  sli: undefined,
  budget: {},
  burnRates: {},
  forecast: { kind: 'unknown' },
  coverage: 0,
  trend: [null, null, null],
};

const OVERRIDES: Record<SloState, Partial<ObjectiveStatus>> = {
  exhausted: {
    displayName: 'Latency p95, 2 s',
    targetText: '95',
    target: 0.95,
    reason: { code: 'budget-spent', params: { bad: 1_126, allowed: 1_000 } },
    budget: {
      remaining: -0.126,
      consumed: 1.126,
      bad: 1_126,
      total: 20_000,
      allowed: 1_000,
    },
    sli: 0.9437,
    burnRates: { '1h': 1.5 },
    forecast: { kind: 'exhausted' },
  },
  burning: {
    displayName: 'Failed transactions',
    reason: {
      code: 'burn-pair',
      params: { severity: 'page', long: '1h', short: '5m', factor: 14.4 },
    },
    budget: {
      remaining: 0.747,
      consumed: 0.253,
      bad: 253,
      total: 1_000_000,
      allowed: 1_000,
    },
    burnRates: { '5m': 384, '1h': 384 },
    forecast: {
      kind: 'at',
      at: '2026-11-19T10:05:00.000Z',
      burnRate: 384,
      window: '1h',
    },
  },
  unknown: {
    displayName: 'Deployment stability',
    reason: {
      code: 'source-down',
      params: { source: 'prometheus-main', since: '2026-11-19T09:10:12.000Z' },
    },
    dataUpTo: '2026-11-19T09:10:00.000Z',
  },
  'no-data': {
    ...UNMEASURED,
    displayName: 'Fraud score',
    reason: {
      code: 'series-absent',
      params: { since: '2026-11-19T03:23:00.000Z', ageSeconds: 21_600 },
    },
  },
  insufficient: {
    displayName: 'Recovery, 10 min',
    target: 0.9,
    targetText: '90',
    reason: { code: 'too-few-events', params: { allowed: 0.3, total: 3 } },
    budget: { remaining: 1, consumed: 0, bad: 0, total: 3, allowed: 0.3 },
  },
  'warming-up': {
    displayName: 'Gift cards',
    reason: {
      code: 'window-not-covered',
      params: { measuredSeconds: 1_200, windowSeconds: 2_592_000 },
    },
  },
  'no-traffic': {
    ...UNMEASURED,
    displayName: 'Success of exports',
    reason: { code: 'no-events' },
    budget: { bad: 0, total: 0, allowed: 0 },
    coverage: 1,
  },
  ok: {},
};

/** An objective in a state, with the numbers that go with it. */
export function objectiveInState(state: SloState): ObjectiveStatus {
  return objectiveStatus({
    ref: `slo:default/${state}`,
    objective: state,
    evaluatedAt: EVALUATED_AT,
    ...OVERRIDES[state],
    state,
  });
}
