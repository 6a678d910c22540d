import { groupedBy } from '../collections/groupedBy';
import type { Incident } from '../facts/Incident';

/**
 * An incident that touched several services counts once: as the longest of
 * them. Those that one source calls the same are one while they overlap; what
 * comes back later is another one. By start, then id.
 */
export function foldIncidents(incidents: readonly Incident[]): Incident[] {
  return groupedBy(
    [...incidents].sort(compareStarts),
    ({ source, key, id }) => `${source}\n${key ?? id}`,
  )
    .flatMap(joinOverlapping)
    .sort(compareStarts);
}

function compareStarts(a: Incident, b: Incident): number {
  return (
    Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1)
  );
}

/** @param incidents - by start */
function joinOverlapping(incidents: readonly Incident[]): Incident[] {
  const joint: Incident[] = [];
  for (const incident of incidents) {
    const last = joint[joint.length - 1];
    if (last && overlap(last, incident)) {
      joint[joint.length - 1] = joined(last, incident);
    } else {
      joint.push(incident);
    }
  }
  return joint;
}

/** One that begins at the end of another was told apart from it. */
function overlap(a: Incident, b: Incident): boolean {
  const end = a.resolvedAt ? Date.parse(a.resolvedAt) : Infinity;
  return a.startedAt === b.startedAt || Date.parse(b.startedAt) < end;
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
