import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  stabilityReadPermission,
  stabilityVerdictWritePermission,
} from '@plimsoll/plugin-stability-common';
import type { ServiceCriterion } from '@plimsoll/service-index';
import { stabilityServiceResourceRef } from './serviceRules';
import type { ServiceScope } from './ServiceScope';

/**
 * Decides which services a caller may see and correct, once for every door:
 * HTTP and actions, lists and single reads.
 *
 * - The policy allows: everything.
 * - The policy sets conditions: they become SQL. What lies outside of them is
 *   not found, exactly as what does not exist, so that nothing tells the two
 *   apart.
 * - The policy denies reading: `NotAllowedError` (403) on every path, whether
 *   the thing exists or not; an empty list would read as "nothing was deployed".
 *
 * Services of this installation are allowed, as everywhere in Backstage, unless
 * their access is restricted to other permissions.
 */
export class ServiceAccess {
  readonly #permissions: PermissionsService;
  readonly #toCriteria: ConditionTransformer<ServiceCriterion>;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ServiceAccess {
    return new ServiceAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#toCriteria = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(
        stabilityServiceResourceRef,
      ),
    );
  }

  /** @throws NotAllowedError when the caller may see no service at all */
  async readable(options: {
    credentials: BackstageCredentials;
  }): Promise<ServiceScope> {
    const scope = await this.#scopeOf(stabilityReadPermission, options);
    if (scope.kind === 'none') {
      throw new NotAllowedError(
        `You may not read deployments and incidents: ask for the permission '${stabilityReadPermission.name}'`,
      );
    }
    return scope;
  }

  /** Services whose verdicts the caller may correct. */
  async correctable(options: {
    credentials: BackstageCredentials;
  }): Promise<ServiceScope> {
    return this.#scopeOf(stabilityVerdictWritePermission, options);
  }

  async #scopeOf(
    permission: ResourcePermission,
    options: { credentials: BackstageCredentials },
  ): Promise<ServiceScope> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      options,
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return { kind: 'all' };
    }
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return { kind: 'some', criteria: this.#toCriteria(decision.conditions) };
    }
    return { kind: 'none' };
  }
}
