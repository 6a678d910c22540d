import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  componentEntity,
  sloEntity,
} from '../../__testUtils__/catalogEntities';
import {
  eventually,
  startSloBackend,
} from '../../__testUtils__/startSloBackend';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createSloConditionalDecision,
  sloConditions,
} from '../../permissions/objectiveRules';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const NAMES = ['cart', 'pay', 'search'];
const SHOP = 'system:default/shop';
const ALL = [
  `entityRef=${SHOP}`,
  'entityRef=domain:default/retail',
  'entityRef=group:default/company',
];
const owner = (name: string) => `group:default/team-${name}`;

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop', namespace: 'default' },
  relations: [{ type: 'partOf', targetRef: 'domain:default/retail' }],
};
const company: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'company', namespace: 'default' },
  relations: NAMES.map(name => ({
    type: 'parentOf',
    targetRef: owner(name),
  })),
};
// each team has a service with an objective, and one without
const entities = [
  shop,
  company,
  ...NAMES.flatMap(name => [
    componentEntity({ name, owner: owner(name), system: SHOP }),
    componentEntity({
      name: `${name}-bare`,
      owner: owner(name),
      system: SHOP,
    }),
    sloEntity({ name: `${name}-slo`, service: name }),
  ]),
];

/** A backend in which the policy's answer can be changed, all data in place. */
async function start(knex: Knex) {
  const policy: { decision: PolicyDecision } = {
    decision: { result: AuthorizeResult.ALLOW },
  };
  const { server } = await startSloBackend({
    entities,
    source: FakeMetricsSource.create(),
    knex,
    features: [
      mockServices.permissions.mock({
        authorizeConditional: async () => [policy.decision],
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', owner('search')],
        }),
      }).factory,
    ],
  });
  const get = (path: string) => request(server).get(`/api/slo${path}`);
  await eventually(
    server,
    `/api/slo/rollup?${ALL[2]}`,
    ({ body }) =>
      body.objectives === NAMES.length &&
      body.services.withoutObjective === NAMES.length &&
      body.sums.length === 1,
  );
  return { policy, get };
}

function decide(
  conditions: PermissionCriteria<PermissionCondition<'slo-objective'>>,
) {
  return createSloConditionalDecision(sloObjectiveReadPermission, conditions);
}

describe('roll-ups', () => {
  it.each(databases.ids)(
    'who may see 1 of 3 services learns nothing of the other two, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { policy, get } = await start(knex);
      const { body: whole } = await get(`/rollup?${ALL[0]}`);
      expect(whole.sums[0]).toMatchObject({ objectives: 3, services: 3 });
      expect(whole.services).toMatchObject({ total: 6, withObjective: 3 });

      for (const conditions of [
        sloConditions.isServiceOwner({ claims: [owner('pay')] }),
        sloConditions.isForEntity({
          entityRefs: ['component:default/pay', 'component:default/pay-bare'],
        }),
        {
          not: sloConditions.isServiceOwner({
            claims: [owner('cart'), owner('search')],
          }),
        },
      ]) {
        policy.decision = decide(conditions);
        for (const query of ALL) {
          const { body, text } = await get(`/rollup?${query}`);
          expect(body).toMatchObject({
            objectives: 1,
            services: {
              total: 2,
              withObjective: 1,
              withoutObjective: 1,
              without: ['component:default/pay-bare'],
            },
            worst: [{ entityRef: 'component:default/pay' }],
          });
          const counted: number[] = Object.values(body.stateCounts);
          expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1);
          expect(body.sums).toHaveLength(1);
          expect(body.sums[0]).toMatchObject({ objectives: 1, services: 1 });
          expect(body.sums[0].total).toBeLessThan(whole.sums[0].total / 2);
          expect(text).not.toMatch(/cart|search/);
        }

        // a team out of sight and one that does not exist are one answer
        const hidden = await get(`/rollup?entityRef=${owner('cart')}`);
        const absent = await get(`/rollup?entityRef=${owner('xxxx')}`);
        expect(hidden.body).toMatchObject({ objectives: 0, sums: [] });
        expect(hidden.text).toBe(absent.text.replaceAll('xxxx', 'cart'));
        const service = await get('/rollup?entityRef=component:default/cart');
        expect(service.body).toMatchObject({ objectives: 0, worst: [] });

        // what is mine is not therefore mine to see
        const { body: mine } = await get('/rollup/mine');
        expect(mine).toMatchObject({ objectives: 0, services: { total: 0 } });
      }

      policy.decision = { result: AuthorizeResult.DENY };
      for (const path of [`/rollup?${ALL[0]}`, '/rollup/mine']) {
        const { status, body } = await get(path);
        expect([path, status]).toEqual([path, 403]);
        expect(body.error.message).toContain("'slo.objective.read'");
      }
    },
  );

  it('what is mine is what my groups own, and only for people', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { get } = await start(knex);
    const { body } = await get('/rollup/mine?each=service').expect(200);
    expect(body).toMatchObject({
      objectives: 1,
      services: { total: 2, without: ['component:default/search-bare'] },
      worst: [{ entityRef: 'component:default/search' }],
    });
    expect(body).not.toHaveProperty('sums');

    const asService = mockCredentials.service.header();
    await get('/rollup/mine').set('Authorization', asService).expect(403);
    await get(`/rollup?${ALL[0]}`).set('Authorization', asService).expect(200);
    await get('/rollup/mine')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
  });

  it('are of services, never of a person', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { get } = await start(knex);
    const { body } = await get('/rollup?entityRef=user:default/mock').expect(
      400,
    );
    expect(body.error.message).toMatch(/is a person/);
    await get('/rollup?entityRef=shop').expect(400);
    await get('/rollup').expect(400);
    await get(`/rollup?${ALL[0]}&limit=101`).expect(400);
    await get(`/rollup?${ALL[0]}&each=team`).expect(400);
  });
});
