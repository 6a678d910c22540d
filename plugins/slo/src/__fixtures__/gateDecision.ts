import type { GateDecision } from '@plimsoll/plugin-slo-common';

/** A release that a pipeline was told not to make; what differs is given. */
export function gateDecision(
  overrides: Partial<GateDecision> = {},
): GateDecision {
  return {
    id: '7',
    entityRef: 'component:default/checkout',
    decidedAt: new Date(Date.now() - 3_600_000).toISOString(),
    askedBy: 'external:github-actions',
    verdict: 'block',
    reasons: [
      {
        code: 'exhausted',
        verdict: 'block',
        message: 'Availability: its error budget is spent (-4 % left)',
      },
      {
        code: 'budget-left',
        verdict: 'allow',
        message: 'Latency: 71.8 % of its error budget is left',
      },
    ],
    ...overrides,
  };
}
