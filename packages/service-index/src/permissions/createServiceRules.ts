import {
  createPermissionRule,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import type { ServiceCriterion } from './ServiceCriterion';

/** What the rules look at in a resource that belongs to a service. @public */
export interface ServiceOwnedResource {
  /** Ref of the service. */
  entityRef: string;
  owners: string[];
  system?: string;
}

/**
 * The three rules that every Plimsoll resource type has: `IS_SERVICE_OWNER`,
 * `IS_FOR_ENTITY` and `IN_SYSTEM`. Each decides alike in memory and in SQL.
 *
 * @public
 */
export function createServiceRules<
  TResource extends ServiceOwnedResource,
  TResourceType extends string,
>(
  resourceRef: PermissionResourceRef<
    TResource,
    ServiceCriterion,
    TResourceType
  >,
) {
  return {
    isServiceOwner: createPermissionRule({
      name: 'IS_SERVICE_OWNER',
      description: 'Allow what belongs to a service that a claim owns',
      resourceRef,
      paramsSchema: z.object({
        claims: z
          .array(z.string())
          .describe('Refs of users or groups, one of which must be an owner'),
      }),
      apply: (resource, { claims }) => intersects(resource.owners, claims),
      toQuery: ({ claims }): ServiceCriterion => ({ ownedByAnyOf: claims }),
    }),
    isForEntity: createPermissionRule({
      name: 'IS_FOR_ENTITY',
      description: 'Allow what belongs to one of the given services',
      resourceRef,
      paramsSchema: z.object({
        entityRefs: z.array(z.string()).describe('Refs of services'),
      }),
      apply: (resource, { entityRefs }) =>
        intersects([resource.entityRef], entityRefs),
      toQuery: ({ entityRefs }): ServiceCriterion => ({ entityRefs }),
    }),
    inSystem: createPermissionRule({
      name: 'IN_SYSTEM',
      description: 'Allow what belongs to a service of one of the systems',
      resourceRef,
      paramsSchema: z.object({
        systemRefs: z.array(z.string()).describe('Refs of systems'),
      }),
      apply: ({ system }, { systemRefs }) =>
        system !== undefined && intersects([system], systemRefs),
      toQuery: ({ systemRefs }): ServiceCriterion => ({
        inSystems: systemRefs,
      }),
    }),
  };
}

function intersects(refs: string[], wanted: string[]): boolean {
  const allowed = new Set(wanted.map(ref => ref.toLocaleLowerCase('en-US')));
  return refs.some(ref => allowed.has(ref));
}
