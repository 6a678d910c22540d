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

/** What of all that is given lies in the window and environment. */
export function scopeOf(options: MetricsOptions): MetricScope {
  const { environment } = options;
  const now = instantOf('now', options.now);
  const from = instantOf('from', options.from);
  const to = Math.min(instantOf('to', options.to), now);
  const isIn = (millis: number) => millis >= from && millis < to;
  const all = options.deployments.filter(isThere(environment));
  // read once: every metric asks for it
  const lived = new Map(foldBatches(all).map(item => [item, liveAt(item)]));
  const incidents = foldIncidents(
    options.incidents.filter(item => isIncidentOf(item, environment)),
  );
  const byId = new Map(options.deployments.map(item => [item.id, item]));
  const byCause = new Map<string, Incident[]>();
  for (const incident of options.incidents) {
    const id = incident.cause?.deploymentId;
    if (id !== undefined) {
      byCause.set(id, [...(byCause.get(id) ?? []), incident]);
    }
  }
  return {
    from,
    to,
    now,
    weeks: weeksOf({ from, to }),
    liveAt: item => lived.get(item) ?? liveAt(item),
    deployments: inOrder(lived, isIn),
    incidents: incidents.filter(({ startedAt }) => isIn(Date.parse(startedAt))),
    openIncidents: incidents.filter(
      ({ state, derived }) => state !== 'resolved' && !derived,
    ).length,
    deploymentOf: id => (id === undefined ? undefined : byId.get(id)),
    causedBy: id => byCause.get(id) ?? [],
  };
}

/** Those of the window, by the instant they belong to, then id. */
function inOrder(
  lived: ReadonlyMap<Deployment, number>,
  isIn: (millis: number) => boolean,
): Deployment[] {
  return [...lived]
    .filter(([, at]) => isIn(at))
    .sort(([a, atA], [b, atB]) => atA - atB || (a.id < b.id ? -1 : 1))
    .map(([item]) => item);
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
