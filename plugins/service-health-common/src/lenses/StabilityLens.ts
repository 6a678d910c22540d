import type {
  Deployment,
  Incident,
  MetricCounts,
  MetricFigure,
} from '@plimsoll/plugin-stability-common';

/** The newest deployment to production, as far as lists show it. @public */
export type LastDeployment = Pick<
  Deployment,
  | 'id'
  | 'environment'
  | 'type'
  | 'state'
  | 'version'
  | 'title'
  | 'url'
  | 'startedAt'
  | 'finishedAt'
> & {
  verdict: Pick<
    Deployment['verdict'],
    'name' | 'confidence' | 'suspected' | 'decidedBy' | 'dueAt'
  >;
};

/** The newest open incident, as far as lists show it. @public */
export type OpenIncident = Pick<
  Incident,
  | 'id'
  | 'label'
  | 'title'
  | 'severity'
  | 'state'
  | 'startedAt'
  | 'acknowledgedAt'
  | 'assignee'
  | 'url'
> & { runbook?: string; causedBy?: string };

/** What the stability plugin says of a service, over 90 days. @public */
export interface StabilityLens {
  counts: MetricCounts;
  changeFailureRate?: Pick<
    MetricFigure,
    | 'state'
    | 'value'
    | 'sampleSize'
    | 'events'
    | 'interval'
    | 'pending'
    | 'target'
  >;
  lastDeployment?: LastDeployment;
  openIncident?: OpenIncident;
  /** Made-up data. */
  demo: boolean;
  /** ISO instant. */
  changedAt: string;
}
