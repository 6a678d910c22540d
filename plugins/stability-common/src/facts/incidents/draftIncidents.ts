import { groupedBy } from '../../collections/groupedBy';
import type {
  IncidentObservation,
  IncidentPhase,
} from '../../observation/IncidentObservation';
import { isoOf } from '../../time/instant';
import { environmentOf } from '../environments/environmentOf';
import type { FactRules } from '../ServiceFacts';
import { shortHash } from '../shortHash';
import { compareSteps, foldSpans } from './foldSpans';
import type { IncidentDraft } from './IncidentDraft';
import type { IncidentSpan } from './IncidentSpan';

/**
 * The incidents of one service, by start, then id. Occurrences of one alert
 * that overlap, or come back soon after the end, are one incident.
 */
export function draftIncidents(options: {
  observations: readonly IncidentObservation[];
  entityRef: string;
  rules: Pick<
    FactRules,
    'reopenGapSeconds' | 'production' | 'environmentAliases'
  >;
}): IncidentDraft[] {
  const { observations, entityRef, rules } = options;
  return groupedBy(observations, ({ incidentKey }) => incidentKey)
    .flatMap(steps =>
      joinSpans(foldSpans(steps, entityRef), rules.reopenGapSeconds * 1000).map(
        spans => draftIncident({ spans, entityRef, rules }),
      ),
    )
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** Stretches that belong to one incident, by start. */
function joinSpans(spans: IncidentSpan[], gap: number): IncidentSpan[][] {
  const incidents: IncidentSpan[][] = [];
  let end = -Infinity;
  // How long it was away is not known, so it does not count as back soon.
  let wasLost = false;
  for (const span of spans) {
    const last = incidents[incidents.length - 1];
    const isSame = span.startedAt === last?.[0].startedAt;
    if (last && (isSame || (span.startedAt - end < gap && !wasLost))) {
      if (span.startedAt > end) {
        span.reopenedAt.unshift(span.startedAt);
      }
      last.push(span);
    } else {
      incidents.push([span]);
      end = -Infinity;
    }
    end = Math.max(end, span.endedAt ?? Infinity);
    wasLost = span.isLost && end === span.endedAt;
  }
  return incidents;
}

function draftIncident(options: {
  spans: IncidentSpan[];
  entityRef: string;
  rules: Pick<FactRules, 'production' | 'environmentAliases'>;
}): IncidentDraft {
  const { spans, entityRef, rules } = options;
  const observations = spans
    .flatMap(span => span.observations)
    .sort(compareSteps);
  const [{ startedAt }] = spans;
  const key = observations[0].incidentKey;
  const ends = spans.map(span => span.endedAt);
  const isOpen = ends.includes(undefined);
  const last = spans.reduce((a, b) =>
    (b.endedAt ?? Infinity) > (a.endedAt ?? Infinity) ? b : a,
  );
  const acknowledged = instantsOf(observations, 'acknowledged');
  const reopenedAt = spans
    .flatMap(span => span.reopenedAt)
    .sort((a, b) => a - b);
  const told = observations.findLast(step => step.environment !== undefined);
  const environment =
    told?.environment === undefined
      ? undefined
      : environmentOf(told.environment, rules);
  return {
    // A key that comes back after a while names another incident; which of
    // them was the first may still turn out to be wrong.
    id: shortHash(`${entityRef}\n${key}\n${isoOf(startedAt)}`),
    key,
    entityRef,
    startedAt,
    acknowledgedAt:
      acknowledged.length > 0 ? Math.min(...acknowledged) : undefined,
    isAcknowledged:
      Math.max(...acknowledged) >
        Math.max(...instantsOf(observations, 'unacknowledged')) &&
      Math.max(...acknowledged) >= Math.max(...reopenedAt),
    endedAt: isOpen
      ? undefined
      : Math.max(...ends.map(end => end ?? startedAt)),
    presumed: !isOpen && last.presumed,
    merged: !isOpen && (last.mergedInto !== undefined || last.isMoved),
    derived: observations.some(({ derived }) => derived === true),
    reopenedAt,
    environment: environment?.name,
    production: environment?.production ?? true,
    affected: Math.max(
      1,
      ...observations.map(({ affects }) => new Set(affects).size),
    ),
    observations,
  };
}

function instantsOf(
  observations: readonly IncidentObservation[],
  name: IncidentPhase,
): number[] {
  return observations
    .filter(({ phase }) => phase === name)
    .map(({ at }) => Date.parse(at));
}
