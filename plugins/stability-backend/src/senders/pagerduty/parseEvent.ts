import type { IncidentPhase } from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import { identifier, instant, name, pageUrl, text } from '../payload/fields';
import { observationId } from '../payload/observationId';
import { checkPayload, readPayload } from '../payload/readPayload';
import type { ParsedDelivery } from '../Sender';

const envelope = z.object({
  event: z.object({
    id: name,
    event_type: name,
    occurred_at: instant,
    data: z.unknown().optional(),
  }),
});

const reference = z.object({ id: name, summary: text });

const incident = z.object({
  event: z.object({
    data: z.object({
      id: name,
      number: identifier.nullish(),
      title: text,
      html_url: pageUrl,
      created_at: instant.nullish(),
      service: reference,
      assignees: z.array(reference).nullish(),
      priority: reference.nullish(),
      urgency: text,
      resolve_reason: z
        .object({
          type: text,
          incident: z.object({ id: name }).nullish(),
        })
        .nullish(),
    }),
  }),
});

const PHASES: Record<string, IncidentPhase> = {
  'incident.triggered': 'triggered',
  'incident.acknowledged': 'acknowledged',
  'incident.resolved': 'resolved',
  'incident.reopened': 'reopened',
  'incident.unacknowledged': 'unacknowledged',
  'incident.escalated': 'updated',
  'incident.delegated': 'updated',
  'incident.reassigned': 'updated',
  'incident.priority_updated': 'updated',
  'incident.service_updated': 'updated',
};

/** One event of one incident. */
export function parseEvent(body: Buffer): ParsedDelivery {
  const what = 'PagerDuty webhook of version 3';
  const { event } = readPayload({ body, schema: envelope, what });
  const { event_type: summary, occurred_at: at } = event;
  const occurredAt = Date.parse(at);
  const phase = PHASES[summary];
  if (!phase) {
    return {
      summary,
      occurredAt,
      drafts: [],
      notice: `PagerDuty's '${summary}' changes nothing about an incident`,
    };
  }
  const { data } = checkPayload({
    payload: { event },
    schema: incident,
    what,
  }).event;
  const merged = data.resolve_reason?.incident?.id;
  return {
    summary,
    occurredAt,
    drafts: [
      {
        kind: 'incident',
        id: observationId('pagerduty', event.id),
        source: 'pagerduty',
        at,
        incidentKey: `pagerduty:${data.id}`,
        movable: true,
        phase,
        title: data.title,
        label: data.number ? `#${data.number}` : data.id,
        severity: data.priority?.summary ?? data.urgency,
        startedAt: data.created_at ?? undefined,
        endedAt: phase === 'resolved' ? at : undefined,
        assignee: data.assignees?.[0]?.summary,
        mergedInto: merged && `pagerduty:${merged}`,
        url: data.html_url,
        identity: [{ type: 'pagerduty-service', value: data.service.id }],
      },
    ],
  };
}
