import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { createHash } from 'node:crypto';
import { webUrl } from '../payload/fields';
import { observationId } from '../payload/observationId';
import { oneLine } from '../payload/oneLine';
import { readInstant } from '../payload/readInstant';
import type { Alert } from './alertPayload';
import { alertIdentity, environmentOf } from './alertIdentity';
import type { AlertRules } from './AlertRules';

const TEXT_LENGTH = 500;

type AlertDraft = Extract<ObservationDraft, { kind: 'incident' }>;

/**
 * From then on a notification is a repeated one, which says that the alert
 * goes on; milliseconds after it began.
 */
const REPEATED_AFTER_MS = 15 * 60_000;

/**
 * What one alert of a group says about an incident. Each occurrence, told apart
 * by when it began, is triggered once and resolved once, however often and by
 * however many members of a cluster it is sent; that it was heard of again later
 * is one more, of which the latest counts.
 *
 * @returns nothing when the rules do not make it an incident
 */
export function alertDrafts(options: {
  alert: Alert;
  rules: AlertRules;
  /** Unix milliseconds. */
  receivedAt: number;
}): ObservationDraft[] {
  const { alert, rules, receivedAt } = options;
  const draft = alertDraft({ alert, rules });
  const { fingerprint, startsAt } = alert;
  const isRepeated =
    alert.status === 'firing' &&
    receivedAt - Date.parse(startsAt) >= REPEATED_AFTER_MS;
  if (!draft || !isRepeated) {
    return draft ? [draft] : [];
  }
  const heard: ObservationDraft = {
    ...draft,
    id: occurrenceId({ fingerprint, startsAt, phase: 'heard' }),
    at: new Date(receivedAt).toISOString(),
    phase: 'updated',
    stillOpen: true,
  };
  return [draft, heard];
}

function alertDraft(options: {
  alert: Alert;
  rules: AlertRules;
}): AlertDraft | undefined {
  const { alert, rules } = options;
  const { labels, annotations, fingerprint, startsAt } = alert;
  const severity = labels.severity?.toLowerCase();
  if (
    labels.incident !== 'true' &&
    !(severity && rules.severities.includes(severity))
  ) {
    return undefined;
  }
  // its zero time, in the year 1, is no instant here
  const endedAt =
    alert.status === 'resolved'
      ? readInstant(alert.endsAt ?? '') ?? startsAt
      : undefined;
  const phase = endedAt ? 'resolved' : 'triggered';
  const title = annotations?.summary || labels.alertname || fingerprint;
  return {
    kind: 'incident',
    id: occurrenceId({ fingerprint, startsAt, phase }),
    source: 'alertmanager',
    at: endedAt ?? startsAt,
    incidentKey: incidentKeyOf(labels, rules),
    part: fingerprint,
    phase,
    title: oneLine(title, TEXT_LENGTH),
    label: labels.alertname && oneLine(labels.alertname, TEXT_LENGTH),
    severity,
    environment: environmentOf(labels),
    startedAt: startsAt,
    endedAt,
    version: labels.version || undefined,
    commitSha: labels.commit?.toLowerCase() || undefined,
    links: linksOf(annotations ?? {}),
    derived: labels.plimsoll_derived === 'true' || undefined,
    url: webUrl(alert.generatorURL ?? ''),
    identity: alertIdentity(labels),
  };
}

/**
 * Names one step of one occurrence of one alert.
 *
 * @param options.phase - `presumed`: its end was concluded, not told; `heard`:
 * it was said again that it goes on
 */
export function occurrenceId(options: {
  fingerprint: string;
  /** ISO instant. */
  startsAt: string;
  phase: 'triggered' | 'resolved' | 'presumed' | 'heard';
}): string {
  const { fingerprint, startsAt, phase } = options;
  return observationId(
    'alertmanager',
    fingerprint,
    Date.parse(startsAt),
    phase,
  );
}

function incidentKeyOf(
  labels: Record<string, string>,
  rules: AlertRules,
): string {
  const values = rules.incidentLabels.map(label => labels[label] ?? '');
  const hash = createHash('sha256')
    .update(JSON.stringify(values))
    .digest('hex')
    .slice(0, 16);
  return `alertmanager:${hash}`;
}

function linksOf(annotations: Record<string, string>) {
  const links = {
    runbook: webUrl(annotations.runbook_url ?? annotations.runbook ?? ''),
    dashboards: webUrl(
      annotations.dashboard_url ?? annotations.dashboard ?? '',
    ),
    logs: webUrl(annotations.logs_url ?? annotations.logs ?? ''),
  };
  return Object.values(links).some(Boolean) ? links : undefined;
}
