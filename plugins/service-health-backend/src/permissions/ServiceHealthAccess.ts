import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { costReadPermission } from '@plimsoll/plugin-cost-common';
import {
  type LensName,
  serviceHealthReadPermission,
} from '@plimsoll/plugin-service-health-common';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { ScopeReader, type ServiceScope } from '@plimsoll/service-index';
import { serviceHealthServiceResourceRef } from './serviceRules';

/** What somebody may see: which services, and through which lens which of them. */
export interface ServiceHealthView {
  scope: ServiceScope;
  /** Of the services of `scope`. */
  lenses: Record<LensName, ServiceScope>;
}

/** What a lens shows is what its plugin lets the caller see. */
const LENS_PERMISSIONS: Record<LensName, ResourcePermission> = {
  reliability: sloObjectiveReadPermission,
  stability: stabilityReadPermission,
  cost: costReadPermission,
};

/**
 * Decides which services a caller may see, and what of them, once for every
 * door.
 *
 * - The policy allows: everything.
 * - The policy sets conditions: they become SQL. What lies outside of them is
 *   not found, exactly as what does not exist.
 * - The policy denies reading: `NotAllowedError` (403) on every path.
 * - The policy denies, or narrows, what one lens shows: its values are absent
 *   there, in orders, filters, sums and counts, too.
 */
export class ServiceHealthAccess {
  readonly #scopes: ScopeReader;
  readonly #logger: LoggerService;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    logger: LoggerService;
  }): ServiceHealthAccess {
    return new ServiceHealthAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    logger: LoggerService;
  }) {
    this.#logger = options.logger;
    this.#scopes = ScopeReader.create({
      ...options,
      resourceRef: serviceHealthServiceResourceRef,
    });
  }

  /** @throws NotAllowedError when the caller may see no service at all */
  async view(options: {
    credentials: BackstageCredentials;
  }): Promise<ServiceHealthView> {
    const { credentials } = options;
    const [scope, reliability, stability, cost] = await Promise.all([
      this.#scopes.scopeOf({
        permission: serviceHealthReadPermission,
        credentials,
      }),
      this.#lens('reliability', credentials),
      this.#lens('stability', credentials),
      this.#lens('cost', credentials),
    ]);
    if (scope.kind === 'none') {
      throw new NotAllowedError(
        `You may not read the health of services: ask for the permission '${serviceHealthReadPermission.name}'`,
      );
    }
    const within = (lens: ServiceScope): ServiceScope =>
      isSame(lens, scope) ? { kind: 'all' } : lens;
    return {
      scope,
      lenses: {
        reliability: within(reliability),
        stability: within(stability),
        cost: within(cost),
      },
    };
  }

  async #lens(
    lens: LensName,
    credentials: BackstageCredentials,
  ): Promise<ServiceScope> {
    const permission = LENS_PERMISSIONS[lens];
    try {
      return await this.#scopes.scopeOf({ permission, credentials });
    } catch (error) {
      // a rule that this plugin does not know shows nothing rather than all
      this.#logger.warn(
        `What the policy says of '${permission.name}' cannot be followed here, so that this part of the joined view is hidden; use the rules IS_SERVICE_OWNER, IS_FOR_ENTITY and IN_SYSTEM: ${error}`,
      );
      return { kind: 'none' };
    }
  }
}

/** The same conditions for all plugins are the usual case, and the fast one. */
function isSame(a: ServiceScope, b: ServiceScope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
