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
  return [
    webhook(story, 'incident.triggered', startedAt),
    ...(escalatedAt ? [webhook(story, 'incident.escalated', escalatedAt)] : []),
    webhook(story, 'incident.acknowledged', acknowledgedAt),
    webhook(story, 'incident.resolved', resolvedAt),
  ];
}

function webhook(story: PagedIncident, type: string, at: number): Delivery {
  const { service, number, title, startedAt, assignee } = story;
  const id = `Q${commitSha(`incident ${number} ${startedAt}`)
    .slice(0, 13)
    .toUpperCase()}`;
  const url = `https://shopkart.pagerduty.example/incidents/${id}`;
  const isTaken = type !== 'incident.triggered';
  return {
    door: 'pagerduty',
    at: at + DELAY_MS,
    headers: { 'x-webhook-id': guid(`webhook ${id} ${type}`) },
    body: JSON.stringify({
      event: {
        id: `01${commitSha(`event ${id} ${type}`).slice(0, 24).toUpperCase()}`,
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
          status: type.slice('incident.'.length),
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
          resolve_reason: null,
        },
      },
    }),
  };
}
