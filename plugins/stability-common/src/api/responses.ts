import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { VerdictName } from '../facts/Verdict';
import type {
  MetricCounts,
  MetricFigure,
  MetricName,
} from '../metrics/MetricFigure';

/** A list as every Plimsoll API answers it. @public */
export interface StabilityPage<T> {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** Query of `GET /metrics`. One of `entityRef` and `group` is needed. @public */
export interface MetricsRequest {
  /** A component, system, domain or group: the last three are rolled up. */
  entityRef: string;
  /** `production` by default: all that count as production. */
  environment?: string;
  /**
   * ISO instants; `to` is exclusive. 90 days to now by default, and 180 for the
   * rework rate, as DORA asks for it.
   */
  from?: string;
  to?: string;
  /** Days to now, instead of `from` and `to`: kept ready, so the cheapest. */
  window?: 30 | 90 | 180;
}

/** Answer of `GET /metrics`. @public */
export interface StabilityMetrics {
  entityRef: string;
  environment: string;
  from: string;
  to: string;
  /** When the facts were last brought up to date, ISO instant. */
  computedAt: string;
  /** Services that were rolled up; 1 for a component. */
  services: number;
  /** Some events of this service wait for a mapping, so numbers may be low. */
  incomplete?: { unmatchedEvents: number };
  demo: boolean;
  counts: MetricCounts;
  metrics: MetricFigure[];
  /**
   * The newest deployment of the environment that is none of the same version
   * again. This and the next two speak of now, whatever the window.
   */
  lastDeployment?: Deployment;
  /** The newest incident of the environment, open or not. */
  lastIncident?: Incident;
  /** The newest incident of the environment that is still open. */
  openIncident?: Incident;
}

/** Query of `GET /deployments`. @public */
export interface ListDeploymentsRequest {
  entityRef?: string;
  environment?: string;
  verdict?: VerdictName | VerdictName[];
  from?: string;
  to?: string;
  limit?: number;
  cursor?: string;
}

/** Query of `GET /incidents`. @public */
export interface ListIncidentsRequest {
  entityRef?: string;
  open?: boolean;
  from?: string;
  to?: string;
  limit?: number;
  cursor?: string;
}

/** @public */
export type DeploymentPage = StabilityPage<Deployment>;

/** @public */
export type IncidentPage = StabilityPage<Incident>;

/** Body of `PATCH /deployments/{id}/verdict`. @public */
export interface CorrectVerdictRequest {
  verdict: 'clean' | 'failed' | 'prevented';
  /** At least ten characters: what a colleague needs to agree. */
  reason: string;
}

/** Body of `PATCH /incidents/{id}/cause`. @public */
export interface CorrectCauseRequest {
  /** Absent: no deployment caused it. */
  deploymentId?: string;
  reason: string;
}

/** Why a deployment is not in a sample. @public */
export type DeploymentLeftOut =
  | 'pending'
  | 'rollback'
  | 'redeploy'
  | 'prevented'
  | 'canceled'
  /** It never served all users: not finished, failed or replaced before. */
  | 'not-live'
  /** When it ended was concluded, not told, or clocks disagree. */
  | 'no-time';

/** Why an incident is not in a sample. @public */
export type IncidentLeftOut =
  | 'open'
  | 'presumed'
  | 'merged'
  | 'derived'
  /** It ended without anyone having acknowledged it. */
  | 'never-acknowledged';

/** One number with everything it is made of: `GET /explain`. @public */
export interface MetricExplanation {
  figure: MetricFigure;
  /** The definition in words comes from the front end, by id and version. */
  formula: { id: MetricName; version: number; inputs: Record<string, number> };
  /** What was counted: at most 500, newest first. */
  deployments: Array<
    Pick<
      Deployment,
      'id' | 'version' | 'finishedAt' | 'verdict' | 'evidence'
    > & {
      /** In the numerator; seconds for durations. */
      counted: boolean;
      seconds?: number;
      /** Why it is not in the sample. */
      leftOut?: DeploymentLeftOut;
    }
  >;
  incidents: Array<
    Pick<Incident, 'id' | 'label' | 'title' | 'startedAt' | 'resolvedAt'> & {
      seconds?: number;
      leftOut?: IncidentLeftOut;
    }
  >;
  readAt: string;
}

/** @public */
export type InboxState = 'waiting' | 'done' | 'unmatched' | 'dead' | 'ignored';

/** One delivery in the inbox; bodies are shown to those who manage it. @public */
export interface InboxItem {
  id: string;
  source: string;
  deliveryKey: string;
  state: InboxState;
  receivedAt: string;
  /** Of the sender, where it could be read. */
  occurredAt?: string;
  /** `deployment_status success`. */
  summary: string;
  attempts: number;
  /** Why it is where it is, and the mend. */
  error?: string;
  /** Services that it was matched to. */
  entityRefs: string[];
  /** What it could be matched by. */
  identity: IdentityHint[];
  /** Only in `GET /inbox/{id}`; cut at 64 kB. */
  body?: string;
}

/** A name under which a sender knows a service. @public */
export interface IdentityHint {
  type:
    | 'service'
    | 'kubernetes-id'
    | 'argocd-app'
    | 'pagerduty-service'
    | 'repository'
    | 'path'
    | 'environment'
    | 'job';
  value: string;
}

/** @public */
export interface InboxPage extends StabilityPage<InboxItem> {
  counts: Record<InboxState, number>;
  /** Doors and polled sources: which are open, and what came of late. */
  sources: InboxSource[];
}

/** One door or polled source. @public */
export interface InboxSource {
  source: string;
  /** Whether it is open. */
  configured: boolean;
  /** When the last good delivery came, ISO instant. */
  lastReceivedAt?: string;
  /** Requests of the last seven days; undefined where none came. */
  recent?: {
    /** ISO instant. */
    since: string;
    heard: number;
    refused: number;
    /** Undefined where none was. */
    lastRefusal?: { at: string; because: string };
  };
}

/** Says which service a sender means. All of `when` must fit. @public */
export interface MappingRule {
  id: string;
  source?: string;
  when: Array<{ type: IdentityHint['type']; pattern: string }>;
  entityRef: string;
  createdBy: string;
  createdAt: string;
}

/** Answer of `POST /inbox/rules?dryRun=true`. @public */
export interface MappingRulePreview {
  matches: number;
  examples: InboxItem[];
}

/** One row of the fleet table. @public */
export interface ServiceStability {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  counts: MetricCounts;
  metrics: MetricFigure[];
  lastDeployment?: Deployment;
  openIncident?: Incident;
  demo: boolean;
}

/** An environment that services were deployed to. @public */
export interface NamedEnvironment {
  name: string;
  /** Counts in the metrics of production. */
  production: boolean;
  /** Production, or named in app-config; else nobody has thought of it. */
  known: boolean;
  /** Of the last 90 days. */
  deployments: number;
}

/** Query of `GET /services`. @public */
export interface ListServicesRequest {
  sort?: 'change-failure-rate' | 'recovery' | 'frequency' | 'name';
  /** Days: one of the materialised windows. */
  window?: 30 | 90 | 180;
  q?: string;
  owner?: string;
  system?: string;
  limit?: number;
  cursor?: string;
}

/** @public */
export type ServiceStabilityPage = StabilityPage<ServiceStability>;

/** One row of `GET /summary`. @public */
export interface ServiceStabilitySummary extends ServiceStability {
  changedAt: string;
}
