import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { VerdictName } from '../facts/Verdict';
import { instantIn, later } from './instants';

let count = 0;

/** A clean deployment that went live at an instant, but for what is said. */
export function exampleDeployment(
  options: Partial<Omit<Deployment, 'verdict'>> & {
    live: string;
    verdict?: VerdictName;
  },
): Deployment {
  const { live, verdict = 'clean', ...rest } = options;
  const finishedAt = instantIn(live);
  count++;
  return {
    id: `deployment-${count}`,
    entityRef: 'component:default/checkout',
    environment: 'production',
    production: true,
    type: 'forward',
    state: 'succeeded',
    version: `v${count}`,
    startedAt: later(finishedAt, -60),
    finishedAt,
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
    ...rest,
  };
}

/** A resolved incident that began at an instant, but for what is said. */
export function exampleIncident(
  options: Partial<Incident> & { began: string },
): Incident {
  const { began, ...rest } = options;
  const startedAt = instantIn(began);
  count++;
  return {
    id: `incident-${count}`,
    entityRef: 'component:default/checkout',
    source: 'pagerduty',
    label: `INC-${count}`,
    title: 'Checkout is slow',
    state: 'resolved',
    startedAt,
    acknowledgedAt: later(startedAt, 60),
    resolvedAt: later(startedAt, 600),
    presumed: false,
    merged: false,
    reopenCount: 0,
    links: {},
    derived: false,
    steps: [],
    ...rest,
  };
}
