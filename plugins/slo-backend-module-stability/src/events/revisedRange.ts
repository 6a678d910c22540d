import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { ServiceEvents } from './ServiceEvents';

/**
 * The stretch in which two pasts of a service differ, Unix seconds. It has no
 * end where nothing was known before, or where an incident is or was open.
 *
 * @returns undefined where they are the same
 */
export function revisedRange(
  before: ServiceEvents,
  after: ServiceEvents,
): LedgerRange | undefined {
  const known = labelled(before);
  const now = labelled(after);
  const changed = [
    ...[...known].filter(([label, count]) => now.get(label) !== count),
    ...[...now].filter(([label, count]) => known.get(label) !== count),
  ].flatMap(([label]) => label.split(' ', 2).map(Number));
  const { first } = after;
  // stretches that nothing was known of are measured now
  const { first: firstBefore = Infinity } = before;
  if (first !== undefined && first < firstBefore) {
    changed.push(first, firstBefore);
  }
  return changed.length === 0
    ? undefined
    : { from: Math.min(...changed), to: Math.max(...changed) + 1 };
}

/**
 * How often each thing happened: two may be alike. A label begins with the
 * stretch in which it may count.
 */
function labelled(events: ServiceEvents): Map<string, number> {
  const labels = [
    ...events.deployments.map(
      ({ at, failed }) => `${at} ${at} deployment ${failed}`,
    ),
    // somewhere between its beginning and its end it counts
    ...events.incidents.map(
      ({ startedAt, endedAt = Infinity, presumed }) =>
        `${startedAt} ${endedAt} incident ${presumed}`,
    ),
  ];
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** The stretch that covers two others. */
export function unitedRange(
  one: LedgerRange | undefined,
  other: LedgerRange,
): LedgerRange {
  return one
    ? {
        from: Math.min(one.from, other.from),
        to: Math.max(one.to, other.to),
      }
    : other;
}
