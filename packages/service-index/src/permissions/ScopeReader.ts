import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type ConditionTransformer,
  createConditionTransformer,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { ServiceOwnedResource } from './createServiceRules';
import type { ServiceCriterion } from './ServiceCriterion';
import type { ServiceScope } from './ServiceScope';

/**
 * Asks the policy which services somebody may do something with. Conditions
 * become criteria for SQL.
 *
 * @public
 */
export class ScopeReader {
  readonly #permissions: PermissionsService;
  readonly #toCriteria: ConditionTransformer<ServiceCriterion>;

  /** @param options.resourceRef - registered with `permissionsRegistry` before */
  static create<
    TResource extends ServiceOwnedResource,
    TResourceType extends string,
  >(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    resourceRef: PermissionResourceRef<
      TResource,
      ServiceCriterion,
      TResourceType
    >;
  }): ScopeReader {
    const { permissions, permissionsRegistry, resourceRef } = options;
    return new ScopeReader(
      permissions,
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(resourceRef),
      ),
    );
  }

  private constructor(
    permissions: PermissionsService,
    toCriteria: ConditionTransformer<ServiceCriterion>,
  ) {
    this.#permissions = permissions;
    this.#toCriteria = toCriteria;
  }

  /** The services that a permission is given for. */
  async scopeOf(options: {
    permission: ResourcePermission;
    credentials: BackstageCredentials;
  }): Promise<ServiceScope> {
    const { permission, credentials } = options;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
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
