import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  CostRangeRequest,
  CostServicePage,
  ListCostServicesRequest,
  ServiceCost,
} from '@plimsoll/plugin-cost-common';
import type { Request } from 'express';
import { CostAccess } from '../permissions/CostAccess';
import type { CostContext } from './CostContext';
import { getServiceCost } from './cost/getServiceCost';
import { listServices } from './fleet/listServices';

/** On whose behalf something is asked. */
export interface CallerOptions {
  credentials: BackstageCredentials;
  /** For the audit log, where there is one. */
  request?: Request<unknown, unknown, unknown, unknown>;
}

/** @see CostService */
export interface CostServiceOptions {
  context: CostContext;
  auth: AuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/**
 * What the API, the actions and other doors ask. The only place where it is
 * decided who may see and change what; see {@link CostAccess} for how. Nothing
 * here speaks to another system.
 */
export class CostService {
  readonly #options: CostServiceOptions;
  readonly #access: CostAccess;

  static create(options: CostServiceOptions): CostService {
    return new CostService(options);
  }

  private constructor(options: CostServiceOptions) {
    this.#options = options;
    this.#access = CostAccess.create(options);
  }

  async getServiceCost(
    ref: string,
    request: CostRangeRequest,
    caller: CallerOptions,
  ): Promise<ServiceCost> {
    return getServiceCost({ ...(await this.#reading(caller)), ref, request });
  }

  async listServices(
    request: ListCostServicesRequest,
    caller: CallerOptions,
  ): Promise<CostServicePage> {
    return listServices({ ...(await this.#reading(caller)), request });
  }

  async #reading({ credentials }: CallerOptions) {
    return {
      context: this.#options.context,
      view: await this.#access.view(credentials),
    };
  }
}
