import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  createPermissionResourceRef,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { ServiceIndex } from '../services/ServiceIndex';
import { applyServiceCriteria } from './applyServiceCriteria';
import {
  createServiceRules,
  type ServiceOwnedResource,
} from './createServiceRules';
import type { ServiceCriterion } from './ServiceCriterion';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const resourceRef = createPermissionResourceRef<
  ServiceOwnedResource,
  ServiceCriterion
>().with({ pluginId: 'slo', resourceType: 'slo-objective' });
// The parameters of a rule are checked at run time, by its schema.
const rules: Array<
  PermissionRule<ServiceOwnedResource, ServiceCriterion, string>
> = Object.values(createServiceRules(resourceRef));
const ruleset = {
  getRuleByName(name: string) {
    const rule = rules.find(candidate => candidate.name === name);
    if (!rule) {
      throw new Error(`No rule ${name}`);
    }
    return rule;
  },
};

const service = (name: string) => `component:default/${name}`;
const owner = (name: string) => `group:default/${name}`;
const system = (name: string) => `system:default/${name}`;

const indexed = [
  { name: 'a', owners: ['x'], system: 'one' },
  { name: 'b', owners: ['x', 'y'], system: 'two' },
  { name: 'c', owners: [], system: 'two' },
  { name: 'd', owners: ['z'], system: undefined },
].map(item => ({
  entityRef: service(item.name),
  kind: 'component',
  owners: item.owners.map(owner),
  system: item.system && system(item.system),
}));
/** Named by a document, not known to the catalog. */
const stray = { entityRef: service('stray'), owners: [], system: undefined };
const resources: ServiceOwnedResource[] = [...indexed, stray];

function condition(
  rule: string,
  params: Record<string, string[]>,
): PermissionCondition {
  return { rule, resourceType: 'slo-objective', params };
}

const someOf = (...refs: string[]) => fc.subarray(refs, { maxLength: 2 });
const leaf = fc.oneof(
  someOf(owner('X'), owner('y'), owner('nobody')).map(claims =>
    condition('IS_SERVICE_OWNER', { claims }),
  ),
  someOf(service('A'), service('b'), stray.entityRef).map(entityRefs =>
    condition('IS_FOR_ENTITY', { entityRefs }),
  ),
  someOf(system('one'), system('TWO')).map(systemRefs =>
    condition('IN_SYSTEM', { systemRefs }),
  ),
);
type Parts = [
  PermissionCriteria<PermissionCondition>,
  ...PermissionCriteria<PermissionCondition>[],
];

const { tree } = fc.letrec<{ tree: PermissionCriteria<PermissionCondition> }>(
  tie => {
    const parts = fc
      .tuple(tie('tree'), fc.array(tie('tree'), { maxLength: 2 }))
      .map(([first, rest]): Parts => [first, ...rest]);
    return {
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        tie('tree').map(not => ({ not })),
        parts.map(anyOf => ({ anyOf })),
        parts.map(allOf => ({ allOf })),
      ),
    };
  },
);

describe('applyServiceCriteria', () => {
  it.each(databases.eachSupportedId())(
    'decides in SQL exactly as the rules do in memory, %p',
    async id => {
      const knex = await databases.init(id);
      const index = await ServiceIndex.create({
        database: mockServices.database.mock({ getClient: async () => knex }),
      });
      await index.replaceAll(indexed);
      await knex.schema.createTable('thing', table => {
        table.string('entity_ref').notNullable();
      });
      await knex('thing').insert(
        resources.map(({ entityRef }) => ({ entity_ref: entityRef })),
      );
      const toCriteria = createConditionTransformer<ServiceCriterion>(ruleset);
      const isAllowed = createConditionAuthorizer(ruleset);

      await fc.assert(
        fc.asyncProperty(tree, async conditions => {
          const rows: Array<{ entity_ref: string }> = await knex('thing')
            .select('entity_ref')
            .where(query =>
              applyServiceCriteria(query, {
                criteria: toCriteria(conditions),
                column: 'thing.entity_ref',
              }),
            )
            .orderBy('entity_ref');
          const decision: ConditionalPolicyDecision = {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'slo',
            resourceType: 'slo-objective',
            conditions,
          };
          expect(rows.map(row => row.entity_ref)).toEqual(
            resources
              .filter(resource => isAllowed(decision, resource))
              .map(resource => resource.entityRef),
          );
        }),
        { numRuns: 150 },
      );
    },
  );
});
