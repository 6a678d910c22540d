import { InputError } from '@backstage/errors';
import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import { millisOf } from '../time/instant';
import { foldBatches } from './foldBatches';
import { foldIncidents } from './foldIncidents';
import { isIncidentOf } from './isIncidentOf';
import type { MetricScope } from './MetricScope';
import type { MetricsOptions } from './MetricsOptions';
import { weeksOf } from './weeksOf';

/** All that is given of one environment, read once for any window of it. */
export interface ScopeGround {
  now: number;
  /** By the instant they belong to, then id, each with that instant. */
  lived: ReadonlyMap<Deployment, number>;
  /** By start. */
  incidents: Incident[];
  byId: ReadonlyMap<string, Deployment>;
  byCause: ReadonlyMap<string, Incident[]>;
}

/** What of all that is given lies in the window and environment, in steps. */
export function* scopeSteps(
  options: MetricsOptions,
): Generator<undefined, MetricScope, undefined> {
  const ground = yield* groundSteps(options);
  return windowOf({ ...options, ground });
}

/** Reads what is given, for several windows, in steps. */
export function* groundSteps(
  options: Omit<MetricsOptions, 'from' | 'to'>,
): Generator<undefined, ScopeGround, undefined> {
  const { environment } = options;
  const now = instantOf('now', options.now);
  const there = foldBatches(options.deployments.filter(isThere(environment)));
  yield;
  const byCause = new Map<string, Incident[]>();
  for (const incident of options.incidents) {
    const id = incident.cause?.deploymentId;
    if (id !== undefined) {
      byCause.set(id, [...(byCause.get(id) ?? []), incident]);
    }
  }
  // read once: every metric of every window asks for it
  const lived = there.map((item): [Deployment, number] => [item, liveAt(item)]);
  yield;
  lived.sort(([a, atA], [b, atB]) => atA - atB || (a.id < b.id ? -1 : 1));
  yield;
  const incidents = foldIncidents(
    options.incidents.filter(item => isIncidentOf(item, environment)),
  );
  yield;
  return {
    now,
    lived: new Map(lived),
    incidents,
    byId: new Map(options.deployments.map(item => [item.id, item])),
    byCause,
  };
}

/** One window of what was read. */
export function windowOf(options: {
  ground: ScopeGround;
  from: string;
  to: string;
}): MetricScope {
  const { now, lived, incidents, byId, byCause } = options.ground;
  const from = instantOf('from', options.from);
  const to = Math.min(instantOf('to', options.to), now);
  const isIn = (millis: number) => millis >= from && millis < to;
  return {
    from,
    to,
    now,
    weeks: weeksOf({ from, to }),
    liveAt: item => lived.get(item) ?? liveAt(item),
    deployments: [...lived].filter(([, at]) => isIn(at)).map(([item]) => item),
    incidents: incidents.filter(({ startedAt }) => isIn(Date.parse(startedAt))),
    openIncidents: incidents.filter(
      ({ state, derived }) => state !== 'resolved' && !derived,
    ).length,
    deploymentOf: id => (id === undefined ? undefined : byId.get(id)),
    causedBy: id => byCause.get(id) ?? [],
  };
}

function liveAt({ finishedAt, startedAt }: Deployment): number {
  return Date.parse(finishedAt ?? startedAt);
}

function instantOf(name: string, text: string): number {
  const millis = millisOf(text);
  if (millis === undefined) {
    throw new InputError(
      `'${name}' must be an ISO instant such as 2026-11-03T14:06:10Z, it is '${text}'`,
    );
  }
  return millis;
}

function isProduction(environment: string | undefined): boolean {
  return environment === undefined || environment === 'production';
}

function isThere(environment: string | undefined) {
  return (item: Deployment) =>
    isProduction(environment)
      ? item.production
      : item.environment === environment;
}
