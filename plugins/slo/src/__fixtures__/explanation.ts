import type { Explanation } from '@plimsoll/plugin-slo-common';
import { EVALUATED_AT } from './objectiveStatus';

/** The ground of checkout's availability. */
export function explanation(overrides: Partial<Explanation> = {}): Explanation {
  const span = { from: '2026-10-20T09:15:00.000Z', to: EVALUATED_AT };
  return {
    readAt: '2026-11-19T09:23:36.000Z',
    figures: [
      {
        id: 'budget.remaining',
        value: 0.52401,
        formula: 'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 total)',
        steps: ['left = 1 \u2212 0.47599 = 0.52401'],
        inputs: [{ name: 'bad', value: 15_428, unit: 'events' }],
        ...span,
      },
      {
        id: 'burnRate.1h',
        value: 0.4,
        formula: 'burn = (bad / total) / (1 \u2212 target)',
        steps: ['burn = (18 / 45,000) / 0.001 = 0.4'],
        inputs: [],
        from: '2026-11-19T08:20:00.000Z',
        to: EVALUATED_AT,
      },
    ],
    read: {
      source: 'prometheus-main',
      sourceType: 'prometheus',
      durationMs: 41,
      evaluatedAt: EVALUATED_AT,
      dataUpTo: EVALUATED_AT,
      windowFrom: span.from,
      windowTo: span.to,
      measuredSeconds: 718 * 3_600,
      windowSeconds: 720 * 3_600,
      gaps: [
        {
          from: '2026-10-28T01:00:00.000Z',
          to: '2026-10-28T03:00:00.000Z',
          reason: 'source-down',
        },
      ],
    },
    spent: [
      {
        from: '2026-11-03T13:00:00.000Z',
        to: '2026-11-03T13:15:00.000Z',
        bad: 6_282,
        share: 0.194,
      },
      {
        from: '2026-11-05T13:00:00.000Z',
        to: '2026-11-05T13:15:00.000Z',
        bad: 3,
        share: 0.0001,
      },
    ],
    queries: [
      {
        name: 'bad',
        language: 'promql',
        text: 'sum(increase(http_requests_total{service="checkout",code=~"5.."}[5m]))',
        note: 'bad-or-zero',
        notes: ['bad-or-zero', 'first-sample-invisible'],
      },
    ],
    notes: [
      { code: 'bad-or-zero' },
      { code: 'window-snapped', params: { seconds: 480 } },
    ],
    faults: [],
    ...overrides,
  };
}
