import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  stabilityReadPermission,
  stabilityVerdictWritePermission,
} from '@plimsoll/plugin-stability-common';
import { ScopeReader, type ServiceScope } from '@plimsoll/service-index';
import { stabilityServiceResourceRef } from './serviceRules';

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
  readonly #scopes: ScopeReader;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ServiceAccess {
    return new ServiceAccess(
      ScopeReader.create({
        ...options,
        resourceRef: stabilityServiceResourceRef,
      }),
    );
  }

  private constructor(scopes: ScopeReader) {
    this.#scopes = scopes;
  }

  /** @throws NotAllowedError when the caller may see no service at all */
  async readable(options: {
    credentials: BackstageCredentials;
  }): Promise<ServiceScope> {
    const scope = await this.#scopes.scopeOf({
      permission: stabilityReadPermission,
      ...options,
    });
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
    return this.#scopes.scopeOf({
      permission: stabilityVerdictWritePermission,
      ...options,
    });
  }
}
