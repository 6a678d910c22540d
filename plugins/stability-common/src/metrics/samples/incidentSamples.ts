import type { IncidentLeftOut } from '../../api/responses';
import type { Incident } from '../../facts/Incident';
import type { MetricScope } from '../MetricScope';
import { secondsBetween, type MetricSample } from './MetricSample';

/** Time to acknowledge: from the start until somebody took it. */
export function acknowledgeSamples(scope: MetricScope): MetricSample[] {
  return scope.incidents.map(incident => {
    const { acknowledgedAt, resolvedAt } = incident;
    const untold = acknowledgedAt === undefined && resolvedAt !== undefined;
    return sampleOf({
      incident,
      scope,
      end: acknowledgedAt,
      leftOut:
        excluded(incident) ?? (untold ? 'never-acknowledged' : undefined),
    });
  });
}

/** Time to recover: from the start until the sender told of the end. */
export function recoverSamples(scope: MetricScope): MetricSample[] {
  return scope.incidents.map(incident =>
    sampleOf({
      incident,
      scope,
      end: incident.resolvedAt,
      leftOut:
        excluded(incident) ?? (incident.presumed ? 'presumed' : undefined),
    }),
  );
}

function excluded(incident: Incident): IncidentLeftOut | undefined {
  if (incident.derived) {
    return 'derived';
  }
  return incident.merged ? 'merged' : undefined;
}

function sampleOf(options: {
  incident: Incident;
  scope: MetricScope;
  end: string | undefined;
  leftOut: IncidentLeftOut | undefined;
}): MetricSample {
  const { incident, scope, end, leftOut } = options;
  const seconds = secondsBetween(incident.startedAt, end ?? scope.now);
  const counted = leftOut === undefined && seconds !== undefined;
  return {
    at: Date.parse(incident.startedAt),
    counted,
    seconds: counted ? seconds : undefined,
    isOpen: counted && end === undefined,
    incident,
    incidentLeftOut: leftOut,
  };
}
