import type { Deployment } from '@plimsoll/plugin-stability-common';
import { CHECKOUT } from './checkoutEntity';

/** A clean deployment of checkout; its id is its version unless told. */
export function deployment(
  overrides: Partial<Deployment> & { version: string },
): Deployment {
  const { version } = overrides;
  const finishedAt = overrides.finishedAt ?? '2026-11-17T10:02:00.000Z';
  return {
    id: `d-${version}`,
    entityRef: CHECKOUT,
    environment: 'production',
    production: true,
    type: 'forward',
    state: 'succeeded',
    startedAt: new Date(Date.parse(finishedAt) - 90_000).toISOString(),
    finishedAt,
    targets: [],
    unplanned: false,
    changes: [],
    verdict: {
      name: 'clean',
      confidence: 1,
      suspected: false,
      decidedBy: 'rule',
    },
    evidence: [],
    ...overrides,
  };
}

/** A change that took so many seconds to production. */
export function change(leadSeconds: number, title = 'Retry on PSP timeout') {
  return {
    sha: `a91c4e2${leadSeconds}`,
    number: '#1839',
    title,
    leadSeconds,
    basis: 'commit' as const,
  };
}
