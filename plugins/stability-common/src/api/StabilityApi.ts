import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { MetricName } from '../metrics/MetricFigure';
import type {
  CorrectCauseRequest,
  CorrectVerdictRequest,
  DeploymentPage,
  IncidentPage,
  InboxItem,
  InboxPage,
  InboxState,
  ListDeploymentsRequest,
  ListIncidentsRequest,
  ListServicesRequest,
  MappingRule,
  MappingRulePreview,
  MetricExplanation,
  MetricsRequest,
  NamedEnvironment,
  ServiceStabilityPage,
  ServiceStabilitySummary,
  StabilityMetrics,
  StabilityPage,
} from './responses';

/** How a request is sent. @public */
export interface StabilityRequestOptions {
  /** Bearer token; backends need one, the front end's fetch API adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** A rule without what the backend adds. @public */
export type NewMappingRule = Pick<MappingRule, 'source' | 'when' | 'entityRef'>;

/**
 * What the stability backend answers. Every method throws a `ResponseError`
 * when it refuses or fails.
 *
 * @public
 */
export interface StabilityApi {
  /** `GET /metrics` */
  getMetrics(
    request: MetricsRequest,
    options?: StabilityRequestOptions,
  ): Promise<StabilityMetrics>;
  /** `GET /explain?metric=` */
  explainMetric(
    request: MetricsRequest & { metric: MetricName },
    options?: StabilityRequestOptions,
  ): Promise<MetricExplanation>;
  /** `GET /deployments`, newest first */
  listDeployments(
    request: ListDeploymentsRequest,
    options?: StabilityRequestOptions,
  ): Promise<DeploymentPage>;
  /** `GET /deployments/{id}` */
  getDeployment(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<Deployment>;
  /** `PATCH /deployments/{id}/verdict` */
  correctVerdict(
    id: string,
    request: CorrectVerdictRequest,
    options?: StabilityRequestOptions,
  ): Promise<Deployment>;
  /** `DELETE /deployments/{id}/verdict`: the rules decide again */
  undoVerdict(
    id: string,
    request: { reason: string },
    options?: StabilityRequestOptions,
  ): Promise<Deployment>;
  /** `GET /incidents`, newest first */
  listIncidents(
    request: ListIncidentsRequest,
    options?: StabilityRequestOptions,
  ): Promise<IncidentPage>;
  /** `GET /incidents/{id}` */
  getIncident(id: string, options?: StabilityRequestOptions): Promise<Incident>;
  /** `PATCH /incidents/{id}/cause` */
  correctCause(
    id: string,
    request: CorrectCauseRequest,
    options?: StabilityRequestOptions,
  ): Promise<Incident>;
  /** `DELETE /incidents/{id}/cause`: the rules decide again */
  undoCause(
    id: string,
    request: { reason: string },
    options?: StabilityRequestOptions,
  ): Promise<Incident>;
  /** `GET /incidents/{id}/review`: Markdown, pre-filled */
  getReview(id: string, options?: StabilityRequestOptions): Promise<string>;
  /** `GET /services`: the fleet */
  listServices(
    request: ListServicesRequest,
    options?: StabilityRequestOptions,
  ): Promise<ServiceStabilityPage>;
  /** `GET /summary` */
  getSummary(
    request: { since?: string; limit?: number; cursor?: string },
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<ServiceStabilitySummary>>;
  /** `GET /environments`: those of 90 days, most used first */
  listEnvironments(
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<NamedEnvironment>>;
  /** `GET /inbox`, newest first */
  listInbox(
    request: {
      state?: InboxState;
      source?: string;
      limit?: number;
      cursor?: string;
    },
    options?: StabilityRequestOptions,
  ): Promise<InboxPage>;
  /** `GET /inbox/{id}` */
  getInboxItem(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<InboxItem>;
  /** `POST /inbox/{id}/replay` */
  replay(id: string, options?: StabilityRequestOptions): Promise<InboxItem>;
  /** `GET /inbox/rules` */
  listRules(
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<MappingRule>>;
  /** `POST /inbox/rules?dryRun=true` */
  previewRule(
    rule: NewMappingRule,
    options?: StabilityRequestOptions,
  ): Promise<MappingRulePreview>;
  /** `POST /inbox/rules`; what it matches is replayed */
  addRule(
    rule: NewMappingRule,
    options?: StabilityRequestOptions,
  ): Promise<MappingRule>;
  /** `DELETE /inbox/rules/{id}`; what it matched stays */
  removeRule(id: string, options?: StabilityRequestOptions): Promise<void>;
}
