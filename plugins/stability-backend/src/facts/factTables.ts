import type { BulkTable } from '../database/upsertRows';
import type { DeploymentRow, IncidentRow, MetricRow } from './factRows';

/** Where the deployments of services are kept. */
export const DEPLOYMENTS: BulkTable<DeploymentRow> = {
  name: 'stability_deployment',
  columns: {
    id: 'text',
    entity_ref: 'text',
    environment: 'text',
    production: 'boolean',
    type: 'text',
    state: 'text',
    verdict: 'text',
    started_at: 'bigint',
    finished_at: 'bigint',
    content: 'text',
    content_hash: 'text',
  },
  key: ['id'],
};

/** Where their incidents are kept. */
export const INCIDENTS: BulkTable<IncidentRow> = {
  name: 'stability_incident',
  columns: {
    id: 'text',
    entity_ref: 'text',
    state: 'text',
    started_at: 'bigint',
    resolved_at: 'bigint',
    content: 'text',
    content_hash: 'text',
  },
  key: ['id'],
};

/** Where their metrics are kept ready. */
export const METRICS: BulkTable<MetricRow> = {
  name: 'stability_metric',
  columns: {
    entity_ref: 'text',
    window_days: 'integer',
    change_failure_rate: 'float8',
    recovery_seconds: 'float8',
    per_week: 'float8',
    open_incident: 'boolean',
    changed_at: 'bigint',
    content: 'text',
    content_hash: 'text',
  },
  key: ['entity_ref', 'window_days'],
};
