import { groupedBy } from '../../collections/groupedBy';
import type {
  IncidentObservation,
  IncidentPhase,
} from '../../observation/IncidentObservation';
import { millisOf } from '../../time/instant';
import type { IncidentSpan } from './IncidentSpan';

const RANK: Record<IncidentPhase, number> = {
  triggered: 0,
  reopened: 1,
  updated: 2,
  acknowledged: 3,
  unacknowledged: 4,
  resolved: 5,
};

/** By instant, rank of the phase, then id. */
export function compareSteps(
  a: IncidentObservation,
  b: IncidentObservation,
): number {
  return (
    (millisOf(a.at) ?? 0) - (millisOf(b.at) ?? 0) ||
    RANK[a.phase] - RANK[b.phase] ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * The stretches in which one incident was open. An alert that names its start
 * has one stretch for each start, and is over for good once it ended: late
 * copies of its beginning change nothing. Where no start is told, a trigger
 * after the end begins a new stretch. For a service it is over when it was
 * handed to another one.
 *
 * @param steps - of one incident, in any order
 * @param entityRef - the service whose facts are made
 */
export function foldSpans(
  steps: readonly IncidentObservation[],
  entityRef: string,
): IncidentSpan[] {
  const spans = new Map<string, IncidentSpan>();
  const newest = new Map<string, IncidentSpan>();
  const starts = firstStarts(steps);
  for (const step of [...steps].sort(compareSteps)) {
    const part = partOf(step);
    const told =
      millisOf(step.startedAt) ??
      (newest.has(part) ? undefined : starts.get(part));
    const key = told === undefined ? undefined : `${part}\n${told}`;
    let span = key === undefined ? newest.get(part) : spans.get(key);
    if (!span || (told === undefined && beginsAnew(step, span))) {
      span = open(told ?? Date.parse(step.at));
      spans.set(key ?? `${part}\n${step.id}`, span);
    }
    newest.set(part, span);
    if (isAbout(step, entityRef)) {
      takeOver(span);
      apply(step, span);
    } else {
      handOver(step, span);
    }
  }
  const found = [...spans.values()]
    .filter(span => span.isOurs)
    .sort((a, b) => a.startedAt - b.startedAt);
  groupedBy(found, ({ observations: [first] }) => partOf(first)).forEach(
    endLost,
  );
  return found;
}

/** One alert cannot begin while it is open: its end was lost. */
function endLost(spans: readonly IncidentSpan[]): void {
  spans.forEach((span, index) => {
    const next = spans[index + 1];
    if (span.endedAt === undefined && next) {
      span.endedAt = next.startedAt;
      span.presumed = true;
      span.isLost = true;
    }
  });
}

function partOf({ incidentKey, part }: IncidentObservation): string {
  return `${incidentKey}\n${part ?? ''}`;
}

/** For steps that do not name the start and come before those that do. */
function firstStarts(
  steps: readonly IncidentObservation[],
): Map<string, number> {
  const starts = new Map<string, number>();
  for (const step of steps) {
    const told = millisOf(step.startedAt);
    const known = starts.get(partOf(step)) ?? Infinity;
    if (told !== undefined && told < known) {
      starts.set(partOf(step), told);
    }
  }
  return starts;
}

function open(startedAt: number): IncidentSpan {
  return {
    startedAt,
    presumed: false,
    heardAt: -Infinity,
    isLost: false,
    isOurs: false,
    isMoved: false,
    reopenedAt: [],
    observations: [],
  };
}

function beginsAnew(step: IncidentObservation, span: IncidentSpan): boolean {
  return step.phase === 'triggered' && span.endedAt !== undefined;
}

function isAbout(
  { movable, affects }: IncidentObservation,
  entityRef: string,
): boolean {
  return !movable || affects === undefined || affects.includes(entityRef);
}

function takeOver(span: IncidentSpan): void {
  span.isOurs = true;
  if (span.isMoved) {
    span.isMoved = false;
    span.endedAt = undefined;
  }
}

/** What another service did with it before is its past, what it does later not. */
function handOver(step: IncidentObservation, span: IncidentSpan): void {
  if (!span.isOurs) {
    span.observations.push(step);
  } else if (span.endedAt === undefined) {
    span.observations.push(step);
    span.endedAt = Date.parse(step.at);
    span.isMoved = true;
  }
}

function apply(step: IncidentObservation, span: IncidentSpan): void {
  span.observations.push(step);
  const at = Date.parse(step.at);
  if (step.phase === 'reopened' && span.endedAt !== undefined) {
    span.reopenedAt.push(at);
    span.endedAt = undefined;
    span.presumed = false;
    span.mergedInto = undefined;
  }
  if (step.stillOpen) {
    span.heardAt = Math.max(span.heardAt, at);
    revokePresumed(span);
  }
  if (step.phase !== 'resolved') {
    return;
  }
  // What a sender tells beats what was concluded while it was silent.
  const corrects = span.presumed && step.presumed !== true;
  if (span.endedAt === undefined || corrects) {
    span.endedAt = millisOf(step.endedAt) ?? at;
    span.presumed = step.presumed === true;
    revokePresumed(span);
  }
  span.mergedInto = step.mergedInto ?? span.mergedInto;
}

/** What goes on later had not ended. */
function revokePresumed(span: IncidentSpan): void {
  if (span.presumed && (span.endedAt ?? Infinity) < span.heardAt) {
    span.endedAt = undefined;
    span.presumed = false;
  }
}
