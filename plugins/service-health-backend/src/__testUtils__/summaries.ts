import type { ServiceCostSummary } from '@plimsoll/plugin-cost-common';
import type {
  ObjectiveStatus,
  ServiceSloSummary,
  SloState,
} from '@plimsoll/plugin-slo-common';
import type {
  Deployment,
  Incident,
  ServiceStabilitySummary,
} from '@plimsoll/plugin-stability-common';

/** Noon of a Tuesday, Unix milliseconds. */
export const NOON = Date.parse('2026-11-17T12:00:00.000Z');

export const iso = (millis: number) => new Date(millis).toISOString();
export const refOf = (name: string) => `component:default/${name}`;

export function objectiveOf(options: {
  name: string;
  state?: SloState;
  remaining?: number;
}): ObjectiveStatus {
  const { name, state = 'ok', remaining } = options;
  return {
    ref: `slo:default/${name}-availability`,
    objective: 'availability',
    entityRef: refOf(name),
    displayName: 'Availability',
    owners: [],
    target: 0.999,
    targetText: '99.9',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    unit: 'events',
    indicatorKind: 'ratio',
    budgeting: 'occurrences',
    state,
    reason: { code: 'budget-left' },
    budget:
      remaining === undefined
        ? {}
        : { remaining, consumed: 1 - remaining, bad: 1, total: 2, allowed: 3 },
    burnRates: {},
    forecast: { kind: 'not-in-sight', burnRate: 0.4, window: '3d' },
    coverage: 1,
    inconsistent: false,
    evaluatedAt: iso(NOON),
    dataUpTo: iso(NOON),
    source: 'prometheus',
    demo: false,
    faults: [],
    trend: [1, null, 0.5],
  };
}

export function sloSummary(options: {
  name: string;
  at?: number;
  state?: SloState;
  remaining?: number;
  objectives?: number;
}): ServiceSloSummary {
  const { name, at = NOON, state = 'ok', objectives = 1 } = options;
  return {
    entityRef: refOf(name),
    changedAt: iso(at),
    objectives,
    stateCounts: objectives === 0 ? {} : { [state]: objectives },
    ...(objectives > 0 && { worst: objectiveOf(options) }),
  };
}

export function deploymentOf(
  options: { name: string } & Partial<Deployment>,
): Deployment {
  const { name, ...more } = options;
  return {
    id: `d-${name}`,
    entityRef: refOf(name),
    environment: 'production',
    production: true,
    type: 'forward',
    state: 'succeeded',
    version: 'v2.31.0',
    startedAt: iso(NOON - 3_660_000),
    finishedAt: iso(NOON - 3_600_000),
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
    ...more,
  };
}

export function incidentOf(
  options: { name: string } & Partial<Incident>,
): Incident {
  const { name, ...more } = options;
  return {
    id: `i-${name}`,
    entityRef: refOf(name),
    source: 'alertmanager',
    label: 'INC-482',
    title: 'Redis cannot read cart entries',
    state: 'triggered',
    startedAt: iso(NOON - 1_800_000),
    presumed: false,
    merged: false,
    reopenCount: 0,
    links: {},
    derived: false,
    steps: [],
    ...more,
  };
}

export function stabilitySummary(options: {
  name: string;
  at?: number;
  /** Failed deployments of those judged. */
  failed?: [events: number, sampleSize: number];
  deployment?: Partial<Deployment>;
  incident?: Partial<Incident>;
}): ServiceStabilitySummary {
  const { name, at = NOON, failed: [events, sampleSize] = [0, 0] } = options;
  const { deployment, incident } = options;
  return {
    entityRef: refOf(name),
    changedAt: iso(at),
    counts: {
      deployments: sampleSize + 1,
      failed: events,
      pending: 1,
      prevented: 0,
      rollbacks: 0,
      incidents: incident ? 1 : 0,
      openIncidents: incident ? 1 : 0,
    },
    metrics: [
      {
        metric: 'change-failure-rate',
        state: sampleSize < 5 ? 'too-few' : 'ok',
        unit: 'ratio',
        ...(sampleSize >= 5 && { value: events / sampleSize }),
        events,
        sampleSize,
        pending: 1,
        trend: [],
        definition: { id: 'change-failure-rate', version: 1 },
      },
    ],
    ...(deployment && {
      lastDeployment: deploymentOf({ name, ...deployment }),
    }),
    ...(incident && { openIncident: incidentOf({ name, ...incident }) }),
    demo: false,
  };
}

export function costSummary(
  options: { name: string; at?: number } & Partial<ServiceCostSummary>,
): ServiceCostSummary {
  const { name, at = NOON, ...more } = options;
  return {
    entityRef: refOf(name),
    changedAt: iso(at),
    currency: 'USD',
    monthToDate: '100.00',
    anomalies: 0,
    completeTo: '2026-11-16',
    ...more,
  };
}
