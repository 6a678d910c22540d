import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  CorrectCauseRequest,
  CorrectVerdictRequest,
  Deployment,
  DeploymentPage,
  Incident,
  IncidentPage,
  ListDeploymentsRequest,
  ListIncidentsRequest,
  ListServicesRequest,
  MetricExplanation,
  MetricName,
  MetricsRequest,
  NamedEnvironment,
  ServiceStabilityPage,
  ServiceStabilitySummary,
  StabilityMetrics,
  StabilityPage,
} from '@plimsoll/plugin-stability-common';
import type { Request } from 'express';
import { ServiceAccess } from '../permissions/ServiceAccess';
import { authorName } from './corrections/authorName';
import type { CorrectionAuthor } from './corrections/correct';
import { correctCause } from './corrections/correctCause';
import { correctVerdict } from './corrections/correctVerdict';
import { undoCause } from './corrections/undoCause';
import { undoVerdict } from './corrections/undoVerdict';
import { findDeployment } from './deployments/findDeployment';
import { listDeployments } from './deployments/listDeployments';
import { listEnvironments } from './environments/listEnvironments';
import { listServices } from './fleet/listServices';
import { findIncident } from './incidents/findIncident';
import { getReview } from './incidents/getReview';
import { listIncidents } from './incidents/listIncidents';
import { explainFigure } from './metrics/explainFigure';
import { getMetrics } from './metrics/getMetrics';
import type { StabilityContext } from './StabilityContext';
import { getSummary, type SummaryRequest } from './summary/getSummary';

/** On whose behalf something is asked. */
export interface CallerOptions {
  credentials: BackstageCredentials;
  /** For the audit log, where there is one. */
  request?: Request<unknown, unknown, unknown, unknown>;
}

/** @see StabilityService */
export interface StabilityServiceOptions {
  context: StabilityContext;
  auth: AuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/**
 * What the API, the actions and other doors ask. The only place where it is
 * decided who may see and correct what; see {@link ServiceAccess} for how.
 * Nothing here speaks to another system.
 */
export class StabilityService {
  readonly #options: StabilityServiceOptions;
  readonly #access: ServiceAccess;

  static create(options: StabilityServiceOptions): StabilityService {
    return new StabilityService(options);
  }

  private constructor(options: StabilityServiceOptions) {
    this.#options = options;
    this.#access = ServiceAccess.create(options);
  }

  async getMetrics(
    request: MetricsRequest,
    caller: CallerOptions,
  ): Promise<StabilityMetrics> {
    return getMetrics({ ...(await this.#reading(caller)), request });
  }

  async explainMetric(
    request: MetricsRequest & { metric: MetricName },
    caller: CallerOptions,
  ): Promise<MetricExplanation> {
    return explainFigure({ ...(await this.#reading(caller)), request });
  }

  async listDeployments(
    request: ListDeploymentsRequest,
    caller: CallerOptions,
  ): Promise<DeploymentPage> {
    return listDeployments({ ...(await this.#reading(caller)), request });
  }

  async getDeployment(id: string, caller: CallerOptions): Promise<Deployment> {
    const { context, scope } = await this.#reading(caller);
    return findDeployment({ client: context.client, scope, id });
  }

  async listIncidents(
    request: ListIncidentsRequest,
    caller: CallerOptions,
  ): Promise<IncidentPage> {
    return listIncidents({ ...(await this.#reading(caller)), request });
  }

  async getIncident(id: string, caller: CallerOptions): Promise<Incident> {
    const { context, scope } = await this.#reading(caller);
    return findIncident({ client: context.client, scope, id });
  }

  async getReview(id: string, caller: CallerOptions): Promise<string> {
    return getReview({ ...(await this.#reading(caller)), id });
  }

  async listServices(
    request: ListServicesRequest,
    caller: CallerOptions,
  ): Promise<ServiceStabilityPage> {
    return listServices({ ...(await this.#reading(caller)), request });
  }

  async listEnvironments(
    caller: CallerOptions,
  ): Promise<StabilityPage<NamedEnvironment>> {
    return listEnvironments(await this.#reading(caller));
  }

  async getSummary(
    request: SummaryRequest,
    caller: CallerOptions,
  ): Promise<StabilityPage<ServiceStabilitySummary>> {
    return getSummary({ ...(await this.#reading(caller)), request });
  }

  async correctVerdict(
    id: string,
    request: CorrectVerdictRequest,
    caller: CallerOptions,
  ): Promise<Deployment> {
    const { context } = this.#options;
    return this.#correcting(
      caller,
      { queryType: 'correct', deploymentId: id, verdict: request.verdict },
      author => correctVerdict({ context, author, id, request }),
    );
  }

  async undoVerdict(
    id: string,
    request: { reason: string },
    caller: CallerOptions,
  ): Promise<Deployment> {
    const { context } = this.#options;
    return this.#correcting(
      caller,
      { queryType: 'undo', deploymentId: id },
      author => undoVerdict({ context, author, id, request }),
    );
  }

  async correctCause(
    id: string,
    request: CorrectCauseRequest,
    caller: CallerOptions,
  ): Promise<Incident> {
    const { context } = this.#options;
    const { deploymentId = 'none' } = request;
    return this.#correcting(
      caller,
      { queryType: 'cause', incidentId: id, deploymentId },
      author => correctCause({ context, author, id, request }),
    );
  }

  async undoCause(
    id: string,
    request: { reason: string },
    caller: CallerOptions,
  ): Promise<Incident> {
    const { context } = this.#options;
    return this.#correcting(
      caller,
      { queryType: 'undo-cause', incidentId: id },
      author => undoCause({ context, author, id, request }),
    );
  }

  async #reading(caller: CallerOptions) {
    return {
      context: this.#options.context,
      scope: await this.#access.readable(caller),
    };
  }

  /** Corrections are audited, refused and failed ones too. */
  async #correcting<T>(
    caller: CallerOptions,
    meta: Record<string, string>,
    work: (author: CorrectionAuthor) => Promise<T>,
  ): Promise<T> {
    const { auditor, auth } = this.#options;
    const { credentials, request } = caller;
    const event = await auditor.createEvent({
      eventId: 'verdict-correct',
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const result = await work({
        by: authorName({ auth, credentials }),
        readable: await this.#access.readable(caller),
        correctable: await this.#access.correctable(caller),
      });
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }
}
