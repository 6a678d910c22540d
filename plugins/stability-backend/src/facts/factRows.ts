import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { contentHash } from '../observations/contentHash';
import type { FoldedService } from './foldService';
import { writeMetricContent } from './metricContent';

/** A row of `stability_deployment`. Times are Unix milliseconds. */
export interface DeploymentRow {
  id: string;
  entity_ref: string;
  environment: string;
  production: boolean;
  type: Deployment['type'];
  state: Deployment['state'];
  verdict: Deployment['verdict']['name'];
  started_at: number;
  finished_at: number | null;
  content: string;
  content_hash: string;
}

/** A row of `stability_incident`. Times are Unix milliseconds. */
export interface IncidentRow {
  id: string;
  entity_ref: string;
  state: Incident['state'];
  started_at: number;
  resolved_at: number | null;
  content: string;
  content_hash: string;
}

/** A row of `stability_metric`. */
export interface MetricRow {
  entity_ref: string;
  window_days: number;
  change_failure_rate: number | null;
  recovery_seconds: number | null;
  per_week: number | null;
  open_incident: boolean;
  /** Unix milliseconds. */
  changed_at: number;
  content: string;
  content_hash: string;
}

// The fold writes keys in one order, so that equal facts are equal texts.
export function deploymentRow(deployment: Deployment): DeploymentRow {
  const content = JSON.stringify(deployment);
  return {
    id: deployment.id,
    entity_ref: deployment.entityRef,
    environment: deployment.environment,
    production: deployment.production,
    type: deployment.type,
    state: deployment.state,
    verdict: deployment.verdict.name,
    started_at: Date.parse(deployment.startedAt),
    finished_at: instant(deployment.finishedAt),
    content,
    content_hash: contentHash(content),
  };
}

export function incidentRow(incident: Incident): IncidentRow {
  const content = JSON.stringify(incident);
  return {
    id: incident.id,
    entity_ref: incident.entityRef,
    state: incident.state,
    started_at: Date.parse(incident.startedAt),
    resolved_at: instant(incident.resolvedAt),
    content,
    content_hash: contentHash(content),
  };
}

/** @param now - Unix milliseconds, when the row changed if it did */
export function metricRows(service: FoldedService, now: number): MetricRow[] {
  return service.windows.map(({ days, content }) => {
    const valueOf = (name: string) =>
      content.metrics.find(({ metric }) => metric === name)?.value ?? null;
    const { text, figures } = writeMetricContent(content);
    return {
      entity_ref: service.entityRef,
      window_days: days,
      change_failure_rate: valueOf('change-failure-rate'),
      recovery_seconds: valueOf('failed-deployment-recovery-time'),
      per_week: valueOf('deployment-frequency'),
      open_incident: content.openIncident !== undefined,
      changed_at: now,
      content: text,
      content_hash: contentHash(figures),
    };
  });
}

function instant(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}
