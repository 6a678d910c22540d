import type { DeploymentCost } from '@plimsoll/plugin-cost-common';

function deployment(
  version: string,
  finishedAt: string,
  rest: Partial<DeploymentCost>,
): DeploymentCost {
  return {
    deploymentId: `d-${version}`,
    version,
    finishedAt,
    unit: 'requests',
    per: 1_000_000,
    state: 'cannot-tell',
    pairs: 5,
    ...rest,
  };
}

/** The one that made requests dearer. */
export const dearDeployment = deployment(
  'v2.33.0',
  '2026-11-11T10:14:00.000Z',
  {
    state: 'changed',
    before: '21.74',
    after: '23.37',
    change: { ratio: 0.075, low: 0.051, high: 0.099 },
    perMonth: '54.20',
  },
);

/** Largest first, as in picture 07. */
export const checkoutDeployments: DeploymentCost[] = [
  dearDeployment,
  deployment('v2.30.0', '2026-11-02T09:02:00.000Z', {
    state: 'changed',
    before: '22.10',
    after: '21.70',
    change: { ratio: -0.018, low: -0.034, high: -0.002 },
    perMonth: '-13.20',
  }),
  deployment('v2.31.1', '2026-11-05T08:40:00.000Z', {
    before: '21.68',
    after: '21.72',
    change: { ratio: 0.002, low: -0.018, high: 0.022 },
  }),
  deployment('v2.32.0', '2026-11-09T12:31:00.000Z', {
    before: '21.70',
    after: '21.66',
    change: { ratio: -0.002, low: -0.021, high: 0.018 },
    reason: 'turn-of-month',
  }),
  deployment('v2.31.0', '2026-11-03T13:05:55.000Z', {
    state: 'too-short',
    pairs: 0,
    liveSeconds: 420,
  }),
  deployment('v2.34.0', '2026-11-16T09:00:00.000Z', {
    state: 'due',
    pairs: 0,
    dueOn: '2026-11-20',
  }),
  deployment('v2.34.1', '2026-11-18T15:20:00.000Z', {
    state: 'due',
    pairs: 0,
    dueOn: '2026-11-21',
  }),
];
