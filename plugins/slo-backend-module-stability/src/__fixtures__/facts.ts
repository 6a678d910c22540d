import type {
  Deployment,
  Incident,
  VerdictName,
} from '@plimsoll/plugin-stability-common';

/** 2026-11-20T12:00:00Z, a multiple of 300 seconds. */
export const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

const iso = (at: number) => new Date(at * 1000).toISOString();

/** A deployment of checkout that went live at `at`, Unix seconds. */
export function deployment(
  at: number,
  verdict: VerdictName = 'clean',
  overrides: Partial<Deployment> = {},
): Deployment {
  return {
    id: `d${at}`,
    entityRef: 'component:default/checkout',
    environment: 'production',
    production: true,
    type: 'forward',
    state: 'succeeded',
    startedAt: iso(at - 60),
    finishedAt: iso(at),
    targets: [],
    unplanned: false,
    changes: [],
    verdict: {
      name: verdict,
      confidence: 1,
      suspected: false,
      decidedBy: 'rule',
    },
    evidence: [],
    ...overrides,
  };
}

/** An incident of checkout that ended at `at` after so many seconds. */
export function incident(
  at: number,
  seconds: number,
  overrides: Partial<Incident> = {},
): Incident {
  return {
    id: `i${at}`,
    entityRef: 'component:default/checkout',
    source: 'pagerduty',
    label: '#482',
    title: 'Redis cannot read cart entries',
    state: 'resolved',
    startedAt: iso(at - seconds),
    resolvedAt: iso(at),
    presumed: false,
    merged: false,
    reopenCount: 0,
    links: {},
    derived: false,
    steps: [],
    ...overrides,
  };
}
