import type { AlertIncident } from '../../incidents/IncidentStory';
import { commitSha } from '../../releases/commitSha';
import type { Delivery } from '../Delivery';

/** Alertmanager waits for others of the group, then for the next round. */
const GROUP_WAIT_MS = 30_000;
/** Both members of the cluster sometimes send. */
const MEMBERS = ['alertmanager-0', 'alertmanager-1'];
/** While it fires, year 1. */
const NO_END = '0001-01-01T00:00:00Z';

const iso = (at: number) => new Date(at).toISOString();

/** What Alertmanager sends while an alert comes and goes, by both members. */
export function alertDeliveries(story: AlertIncident): Delivery[] {
  return story.fired.flatMap(({ from, to }) =>
    MEMBERS.flatMap((member, index) => [
      group(story, {
        member,
        from,
        sentAt: from + GROUP_WAIT_MS + index * 400,
      }),
      ...(to
        ? [
            group(story, {
              member,
              from,
              to,
              sentAt: to + 20_000 + index * 700,
            }),
          ]
        : []),
    ]),
  );
}

function group(
  story: AlertIncident,
  sent: { member: string; from: number; to?: number; sentAt: number },
): Delivery {
  const { service, also, alert, summary, severity, version } = story;
  const { member, from, to, sentAt } = sent;
  const labels = {
    alertname: alert,
    severity,
    environment: 'production',
    service: also ?? service,
    ...(also && { plimsoll_service: service }),
    ...(version && { version }),
  };
  const annotations = {
    summary,
    runbook_url: `https://runbooks.shopkart.example/${service}`,
    dashboard_url: `https://grafana.shopkart.example/d/${service}`,
    logs_url: `https://grafana.shopkart.example/explore?service=${service}`,
  };
  const status = to ? 'resolved' : 'firing';
  return {
    door: 'alertmanager',
    at: sentAt,
    headers: {},
    body: JSON.stringify({
      version: '4',
      groupKey: `{}:{alertname="${alert}"}`,
      truncatedAlerts: 0,
      status,
      receiver: 'plimsoll',
      groupLabels: { alertname: alert },
      commonLabels: labels,
      commonAnnotations: annotations,
      externalURL: `https://${member}.shopkart.example`,
      alerts: [
        {
          status,
          labels,
          annotations,
          startsAt: iso(from),
          endsAt: to ? iso(to) : NO_END,
          generatorURL: `https://prometheus.shopkart.example/graph?g0.expr=${alert}`,
          fingerprint: commitSha(JSON.stringify(labels)).slice(0, 16),
        },
      ],
    }),
  };
}
