import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  DeploymentImpact,
  ExportFleetRequest,
  FleetPage,
  FleetStrip,
  ListFleetRequest,
  ServiceOverview,
} from '@plimsoll/plugin-service-health-common';
import type { Request } from 'express';
import { ServiceHealthAccess } from '../permissions/ServiceHealthAccess';
import { exportFleet } from './export/exportFleet';
import { type FleetView, readFleetView } from './fleet/FleetView';
import { getStrip } from './fleet/getStrip';
import { listFleet } from './fleet/listFleet';
import { getImpact } from './impact/getImpact';
import type { ImpactSources } from './impact/ImpactSources';
import { getOverview } from './overview/getOverview';
import type { ServiceHealthContext } from './ServiceHealthContext';

/** On whose behalf something is asked. */
export interface CallerOptions {
  credentials: BackstageCredentials;
  /** For the audit log, where there is one. */
  request?: Request<unknown, unknown, unknown, unknown>;
}

/** @see ServiceHealthService */
export interface ServiceHealthServiceOptions {
  context: ServiceHealthContext;
  sources: ImpactSources;
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** What all that is asked about one deployment may take. */
const IMPACT_PATIENCE_MS = 30_000;

/**
 * What the API and the actions ask. The only place where it is decided who may
 * see what; see {@link ServiceHealthAccess} for how. What is read of many
 * services, or of other plugins, is audited.
 */
export class ServiceHealthService {
  readonly #options: ServiceHealthServiceOptions;
  readonly #access: ServiceHealthAccess;

  static create(options: ServiceHealthServiceOptions): ServiceHealthService {
    return new ServiceHealthService(options);
  }

  private constructor(options: ServiceHealthServiceOptions) {
    this.#options = options;
    this.#access = ServiceHealthAccess.create(options);
  }

  async listServices(
    request: ListFleetRequest,
    caller: CallerOptions,
  ): Promise<FleetPage> {
    const { context } = this.#options;
    return listFleet({ context, view: await this.#view(caller), request });
  }

  async getStrip(caller: CallerOptions): Promise<FleetStrip> {
    const { context } = this.#options;
    return getStrip({ context, view: await this.#view(caller) });
  }

  /** Lines of CSV; who may read nothing is refused before the first. */
  async exportServices(
    request: ExportFleetRequest,
    caller: CallerOptions,
  ): Promise<AsyncIterable<string>> {
    const { context } = this.#options;
    return this.#audited(
      caller,
      { id: 'services-export', meta: {} },
      async () =>
        exportFleet({ context, view: await this.#view(caller), request }),
    );
  }

  async getOverview(
    ref: string,
    caller: CallerOptions,
  ): Promise<ServiceOverview> {
    const { context } = this.#options;
    return getOverview({ context, view: await this.#view(caller), ref });
  }

  async getImpact(
    id: string,
    caller: CallerOptions,
  ): Promise<DeploymentImpact> {
    const { context, sources } = this.#options;
    return this.#audited(
      caller,
      { id: 'deployment-impact-read', meta: { deploymentId: id } },
      async () =>
        getImpact({
          context,
          sources,
          view: await this.#view(caller),
          tokens: await this.#tokens(caller),
          id,
        }),
    );
  }

  async #view(caller: CallerOptions): Promise<FleetView> {
    return readFleetView({
      context: this.#options.context,
      view: await this.#access.view(caller),
    });
  }

  /** Each plugin decides by the caller's own rights. */
  async #tokens({ credentials }: CallerOptions) {
    const { auth } = this.#options;
    const signal = AbortSignal.timeout(IMPACT_PATIENCE_MS);
    const of = async (targetPluginId: string) => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId,
      });
      return { token, signal };
    };
    return {
      slo: await of('slo'),
      stability: await of('stability'),
      cost: await of('cost'),
    };
  }

  async #audited<T>(
    { request }: CallerOptions,
    event: { id: string; meta: Record<string, string> },
    work: () => Promise<T>,
  ): Promise<T> {
    const entry = await this.#options.auditor.createEvent({
      eventId: event.id,
      severityLevel: 'low',
      request,
      meta: event.meta,
    });
    try {
      const result = await work();
      await entry.success();
      return result;
    } catch (error) {
      await entry.fail({ error: toError(error) });
      throw error;
    }
  }
}
