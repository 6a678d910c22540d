import type { Config } from '@backstage/config';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isReadPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createSloConditionalDecision,
  objectiveResourceRef,
  sloConditions,
} from '@plimsoll/plugin-slo-backend';
import {
  costConditions,
  costServiceResourceRef,
  createCostConditionalDecision,
} from '@plimsoll/plugin-cost-backend';
import { costTotalReadPermission } from '@plimsoll/plugin-cost-common';
import {
  createServiceHealthConditionalDecision,
  serviceHealthConditions,
  serviceHealthServiceResourceRef,
} from '@plimsoll/plugin-service-health-backend';
import {
  createStabilityConditionalDecision,
  stabilityConditions,
  stabilityServiceResourceRef,
} from '@plimsoll/plugin-stability-backend';
import { readPolicyConfig, type SloReaders } from './readPolicyConfig';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Changes to nothing that anybody owns yet: registering, creating. */
const FOR_EVERYBODY = new Set([
  'catalog.entity.create',
  'catalog.entity.validate',
  'catalog.location.create',
  'catalog.location.analyze',
  'scaffolder.task.create',
  'scaffolder.action.execute',
]);

/**
 * The portal's policy where people sign in: they read everything, or of the
 * objectives, deployments, incidents and cost only those of their own services;
 * they change what they or their groups own, may overrule verdicts of it,
 * exclude time from its error budgets, set its cost budget, check its wiring and
 * open updates of it. What nobody owns is the administrators', and so is whatever
 * this policy does not know.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #sloReaders: SloReaders;
  readonly #administrators: ReadonlySet<string>;

  /** @throws InputError when a setting of `permission.portal` is unknown */
  static fromConfig(config: Config): PortalPolicy {
    return new PortalPolicy(readPolicyConfig(config));
  }

  private constructor(options: ReturnType<typeof readPolicyConfig>) {
    this.#sloReaders = options.sloReaders;
    this.#administrators = new Set(options.administrators);
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const claims = user.info.ownershipEntityRefs;
    if (claims.some(ref => this.#administrators.has(ref))) {
      return ALLOW;
    }
    if (
      isResourcePermission(permission, objectiveResourceRef.resourceType) &&
      (this.#sloReaders === 'owners' || !isReadPermission(permission))
    ) {
      return createSloConditionalDecision(
        permission,
        sloConditions.isServiceOwner({ claims }),
      );
    }
    if (
      isResourcePermission(
        permission,
        stabilityServiceResourceRef.resourceType,
      ) &&
      (this.#sloReaders === 'owners' || !isReadPermission(permission))
    ) {
      return createStabilityConditionalDecision(
        permission,
        stabilityConditions.isServiceOwner({ claims }),
      );
    }
    if (
      isResourcePermission(permission, costServiceResourceRef.resourceType) &&
      (this.#sloReaders === 'owners' || !isReadPermission(permission))
    ) {
      return createCostConditionalDecision(
        permission,
        costConditions.isServiceOwner({ claims }),
      );
    }
    if (
      isResourcePermission(
        permission,
        serviceHealthServiceResourceRef.resourceType,
      ) &&
      this.#sloReaders === 'owners'
    ) {
      return createServiceHealthConditionalDecision(
        permission,
        serviceHealthConditions.isServiceOwner({ claims }),
      );
    }
    if (
      this.#sloReaders === 'owners' &&
      permission.name === costTotalReadPermission.name
    ) {
      return DENY;
    }
    if (isReadPermission(permission) || FOR_EVERYBODY.has(permission.name)) {
      return ALLOW;
    }
    return isResourcePermission(permission, 'catalog-entity')
      ? createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims }),
        )
      : DENY;
  }
}
