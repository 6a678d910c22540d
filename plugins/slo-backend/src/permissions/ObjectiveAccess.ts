import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { ServiceCriterion } from '@plimsoll/service-index';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import { objectiveResourceRef } from './objectiveRules';
import type { ObjectiveScope } from './ObjectiveScope';

/**
 * Decides which objectives a caller may see, once for every door: HTTP and
 * actions, lists and single objectives.
 *
 * - The policy allows: everything.
 * - The policy sets conditions: they become SQL. An objective outside of them
 *   is not found, exactly as one that does not exist, so that nothing tells
 *   the two apart.
 * - The policy denies: `NotAllowedError` (403) on every path, whether the thing
 *   exists or not; an empty list would read as "there are no objectives".
 *
 * Services of this installation are allowed, as everywhere in Backstage, unless
 * their access is restricted to other permissions.
 */
export class ObjectiveAccess {
  readonly #permissions: PermissionsService;
  readonly #toCriteria: ConditionTransformer<ServiceCriterion>;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ObjectiveAccess {
    return new ObjectiveAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#toCriteria = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(objectiveResourceRef),
    );
  }

  /** @throws NotAllowedError when the caller may see no objective at all */
  async scopeOf(options: {
    credentials: BackstageCredentials;
  }): Promise<ObjectiveScope> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: sloObjectiveReadPermission }],
      options,
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return { kind: 'all' };
    }
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return {
        kind: 'some',
        criteria: this.#toCriteria(decision.conditions),
      };
    }
    throw new NotAllowedError(
      `You may not read objectives: ask for the permission '${sloObjectiveReadPermission.name}'`,
    );
  }
}
