/** Somebody was paged, by PagerDuty. */
export interface PagedIncident {
  kind: 'paged';
  service: string;
  number: number;
  title: string;
  /** Unix milliseconds. */
  startedAt: number;
  acknowledgedAt: number;
  resolvedAt: number;
  /** It was handed on to the second on call in between. */
  escalatedAt?: number;
  assignee: string;
  /** Somebody saw that it was the same as another one, which goes on. */
  mergedInto?: Pick<PagedIncident, 'number' | 'startedAt'>;
  /** It came back after it was resolved. */
  reopened?: { at: number; resolvedAt: number };
  /** It turned out to be another service's. */
  movedTo?: { service: string; at: number };
}

/** An alert of Prometheus, by Alertmanager. */
export interface AlertIncident {
  kind: 'alert';
  service: string;
  /** It says that another service is hit as well. */
  also?: string;
  alert: string;
  summary: string;
  severity: 'critical' | 'warning';
  /** Version that its label names. */
  version?: string;
  /** When it fired, Unix milliseconds; without an end none was ever told. */
  fired: ReadonlyArray<{ from: number; to?: number }>;
}

/** One thing that went wrong at ShopKart. */
export type IncidentStory = PagedIncident | AlertIncident;
