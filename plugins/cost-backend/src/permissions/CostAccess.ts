import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  costBudgetWritePermission,
  costReadPermission,
  costTotalReadPermission,
} from '@plimsoll/plugin-cost-common';
import { ScopeReader, type ServiceScope } from '@plimsoll/service-index';
import { costServiceResourceRef } from './costServiceRules';

/** What somebody may see. */
export interface CostView {
  /** Services whose cost it is. */
  scope: ServiceScope;
  /**
   * Whether the bill, its pools and what no service owns may be seen. Without
   * it nothing is shown that, less what is visible, would leave the rest.
   */
  totals: boolean;
}

/**
 * Decides which services a caller may see and budget, once for every door:
 * HTTP and actions, lists and single reads.
 *
 * - The policy allows: everything.
 * - The policy sets conditions: they become SQL. What lies outside of them is
 *   not found, exactly as what does not exist.
 * - The policy denies reading: `NotAllowedError` (403) on every path.
 */
export class CostAccess {
  readonly #permissions: PermissionsService;
  readonly #scopes: ScopeReader;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): CostAccess {
    return new CostAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#scopes = ScopeReader.create({
      ...options,
      resourceRef: costServiceResourceRef,
    });
  }

  /** @throws NotAllowedError when the caller may see no service at all */
  async view(credentials: BackstageCredentials): Promise<CostView> {
    const [scope, [total]] = await Promise.all([
      this.#scopes.scopeOf({ permission: costReadPermission, credentials }),
      this.#permissions.authorize([{ permission: costTotalReadPermission }], {
        credentials,
      }),
    ]);
    if (scope.kind === 'none') {
      throw new NotAllowedError(
        `You may not read what services cost: ask for the permission '${costReadPermission.name}'`,
      );
    }
    return { scope, totals: total.result === AuthorizeResult.ALLOW };
  }

  /** @throws NotAllowedError without `cost.total.read` */
  async totalView(credentials: BackstageCredentials): Promise<CostView> {
    const view = await this.view(credentials);
    if (!view.totals) {
      throw new NotAllowedError(
        `You may not read what the organisation spends: ask for the permission '${costTotalReadPermission.name}'`,
      );
    }
    return view;
  }

  /** Services whose budgets the caller may set. */
  async budgetable(credentials: BackstageCredentials): Promise<ServiceScope> {
    return this.#scopes.scopeOf({
      permission: costBudgetWritePermission,
      credentials,
    });
  }
}
