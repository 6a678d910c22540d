import type { PagedIncident } from '../../incidents/IncidentStory';
import { commitSha } from '../../releases/commitSha';
import { type Delivery, DELAY_MS } from '../Delivery';
import { guid } from '../guid';

/** Id of a service at PagerDuty, as its annotation says it. */
export function pagerDutyServiceId(service: string): string {
  return `P${commitSha(`pagerduty ${service}`).slice(0, 6).toUpperCase()}`;
}

/** What PagerDuty sends from the page to the end. */
export function pagerDutyDeliveries(story: PagedIncident): Delivery[] {
  const { startedAt, acknowledgedAt, escalatedAt, resolvedAt } = story;
  const { mergedInto, movedTo, reopened } = story;
  // who has it now is in each webhook, not who had it first
  const after = movedTo ? { ...story, service: movedTo.service } : story;
  return [
    webhook(story, 'incident.triggered', startedAt),
    ...(escalatedAt ? [webhook(story, 'incident.escalated', escalatedAt)] : []),
    webhook(story, 'incident.acknowledged', acknowledgedAt),
    ...(movedTo
      ? [webhook(after, 'incident.service_updated', movedTo.at)]
      : []),
    webhook(after, 'incident.resolved', resolvedAt, {
      resolve_reason: mergedInto
        ? {
            type: 'merge_resolve_reason',
            incident: { id: idOf(mergedInto), type: 'incident_reference' },
          }
        : null,
    }),
    ...(reopened
      ? [
          webhook(story, 'incident.reopened', reopened.at),
          webhook(story, 'incident.resolved', reopened.resolvedAt),
        ]
      : []),
  ];
}

/** PagerDuty's own id of an incident. */
function idOf(story: Pick<PagedIncident, 'number' | 'startedAt'>): string {
  return `Q${commitSha(`incident ${story.number} ${story.startedAt}`)
    .slice(0, 13)
    .toUpperCase()}`;
}

/** The state that each kind of event leaves an incident in. */
const STATUS: Record<string, string> = {
  'incident.triggered': 'triggered',
  'incident.reopened': 'triggered',
  'incident.resolved': 'resolved',
};

function webhook(
  story: PagedIncident,
  type: string,
  at: number,
  more: { resolve_reason: unknown } = { resolve_reason: null },
): Delivery {
  const { service, number, title, startedAt, assignee } = story;
  const id = idOf(story);
  const url = `https://shopkart.pagerduty.example/incidents/${id}`;
  const isTaken = type !== 'incident.triggered';
  const name = `${id} ${type} ${at}`;
  return {
    door: 'pagerduty',
    at: at + DELAY_MS,
    headers: { 'x-webhook-id': guid(`webhook ${name}`) },
    body: JSON.stringify({
      event: {
        id: `01${commitSha(`event ${name}`).slice(0, 24).toUpperCase()}`,
        event_type: type,
        resource_type: 'incident',
        occurred_at: new Date(at).toISOString(),
        agent: null,
        client: null,
        data: {
          id,
          type: 'incident',
          html_url: url,
          number,
          status: STATUS[type] ?? 'acknowledged',
          created_at: new Date(startedAt).toISOString(),
          title,
          service: {
            id: pagerDutyServiceId(service),
            summary: service,
            type: 'service_reference',
          },
          assignees: isTaken ? [{ id: 'PUSER01', summary: assignee }] : [],
          priority: { id: 'PPRIO01', summary: 'P1' },
          urgency: 'high',
          ...more,
        },
      },
    }),
  };
}
