import type { Incident } from '../facts/Incident';

/**
 * An incident that touched several services counts once: as the longest of
 * them. By start, then id.
 */
export function foldIncidents(incidents: readonly Incident[]): Incident[] {
  const once = new Map<string, Incident>();
  for (const incident of incidents) {
    const name = `${incident.source}\n${incident.key ?? incident.id}`;
    const known = once.get(name);
    once.set(name, known ? joined(known, incident) : incident);
  }
  return [...once.values()].sort(
    (a, b) =>
      Date.parse(a.startedAt) - Date.parse(b.startedAt) ||
      (a.id < b.id ? -1 : 1),
  );
}

function joined(a: Incident, b: Incident): Incident {
  const first = a.id < b.id ? a : b;
  return {
    ...first,
    startedAt: [a.startedAt, b.startedAt].sort()[0],
    acknowledgedAt: [a.acknowledgedAt, b.acknowledgedAt]
      .filter(at => at !== undefined)
      .sort()[0],
    resolvedAt:
      a.resolvedAt && b.resolvedAt
        ? [a.resolvedAt, b.resolvedAt].sort()[1]
        : undefined,
    state:
      [a, b].find(({ state }) => state !== 'resolved')?.state ?? 'resolved',
    presumed: a.presumed || b.presumed,
    merged: a.merged && b.merged,
    derived: a.derived && b.derived,
  };
}
