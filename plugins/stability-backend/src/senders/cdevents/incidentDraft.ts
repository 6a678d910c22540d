import type { IncidentPhase } from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { webUrl } from '../payload/fields';
import { observationId } from '../payload/observationId';
import type { CdEvent } from './cdEvent';
import { cdEventIdentity } from './cdEventIdentity';
import { purlVersion } from './purlVersion';

const PHASES: Record<string, IncidentPhase> = {
  detected: 'triggered',
  // somebody wrote a ticket about what may be known already
  reported: 'triggered',
  resolved: 'resolved',
};

/** `incident.*`. The same `subject.id` is the same incident. */
export function incidentDraft(options: {
  event: CdEvent;
  predicate: string;
}): ObservationDraft | undefined {
  const { event, predicate } = options;
  const { context, subject, customData } = event;
  const { content } = subject;
  const phase = PHASES[predicate];
  if (!phase) {
    return undefined;
  }
  const at = context.timestamp;
  return {
    kind: 'incident',
    id: observationId('cdevents', context.source, context.id),
    source: 'cdevents',
    at,
    incidentKey: observationId(
      'cdevents',
      subject.source ?? context.source,
      subject.id,
    ),
    phase,
    title: content.description,
    label: customData.label ?? subject.id,
    severity: customData.severity,
    environment: content.environment?.id,
    startedAt: customData.startedAt ?? (phase === 'triggered' ? at : undefined),
    endedAt: phase === 'resolved' ? customData.finishedAt ?? at : undefined,
    version: customData.version ?? purlVersion(content.artifactId ?? ''),
    commitSha: customData.commitSha?.toLowerCase(),
    artifactId: content.artifactId,
    assignee: customData.assignee,
    derived: customData.derived ?? undefined,
    url: webUrl(content.ticketURI ?? ''),
    identity: cdEventIdentity({ event, service: content.service?.id }),
  };
}
