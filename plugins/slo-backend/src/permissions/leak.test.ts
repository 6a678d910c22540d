import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { createSloConditionalDecision, sloConditions } from './objectiveRules';

const databases = createTestDatabases();
const NAMES = ['cart', 'pay', 'search', 'wish'];
const owner = (name: string) => `group:default/team-${name}`;
const system = (name: string) => `system:default/sys-${name}`;

/** Midnight some days ago: of other times a ledger may know nothing. */
function midnight(daysAgo: number): string {
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  return `${at.toISOString().slice(0, 10)}T00:00:00Z`;
}

const entities = NAMES.flatMap(name => [
  componentEntity({ name, owner: owner(name), system: system(name) }),
  sloEntity({ name: `${name}-slo`, service: name }),
]);
const VOLUME = `/api/slo/volume?from=${midnight(3)}&to=${midnight(
  1,
)}&entityRef=component:default/`;

/** A backend in which the policy's answer can be changed, all data in place. */
async function start(knex: Knex) {
  const policy: { decision: PolicyDecision } = {
    decision: { result: AuthorizeResult.ALLOW },
  };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [policy.decision],
  });
  const { server } = await startSloBackend({
    entities,
    source: FakeMetricsSource.create(),
    knex,
    features: [permissions.factory],
  });
  await knex('slo_conflict').insert(
    NAMES.map(name => ({
      entity_ref: `slo:default/${name}-slo`,
      kept_location: `url:https://git.example/${name}/a.yaml`,
      ignored_location: `url:https://git.example/${name}/b.yaml`,
      seen_at: 0,
    })),
  );
  await knex('slo_refusal').insert({
    entity_ref: 'slo:default/cart-broken',
    location: 'url:https://git.example/cart/broken.yaml',
    errors: '[{"message":"cart is wrong"}]',
    // Not forgotten while the test lasts.
    seen_at: Date.now(),
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) =>
      body.totalItems === NAMES.length && body.facets.owners.length === 4,
  );
  const get = (path: string) => request(server).get(path);
  return { server, policy, get, permissions };
}

function decide(
  conditions: PermissionCriteria<PermissionCondition<'slo-objective'>>,
) {
  return createSloConditionalDecision(sloObjectiveReadPermission, conditions);
}

describe('permissions', () => {
  it.each(databases.ids)(
    'pitfall 14: who may see 1 of 4 services learns nothing of the other three, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { policy, get } = await start(knex);
      const { body: whole } = await get('/api/slo/objectives');
      expect(whole.conflicts).toHaveLength(4);
      expect(whole.refusedDocuments).toHaveLength(1);

      for (const conditions of [
        sloConditions.isServiceOwner({
          claims: ['user:default/ada', owner('pay')],
        }),
        sloConditions.isForEntity({ entityRefs: ['component:default/pay'] }),
        sloConditions.inSystem({ systemRefs: [system('pay')] }),
        {
          not: sloConditions.isForEntity({
            entityRefs: ['cart', 'search', 'wish'].map(
              name => `component:default/${name}`,
            ),
          }),
        },
      ]) {
        policy.decision = decide(conditions);

        const list = await get('/api/slo/objectives');
        expect(list.body).toMatchObject({
          totalItems: 1,
          pageInfo: {},
          items: [{ entityRef: 'component:default/pay' }],
          facets: { owners: [owner('pay')], systems: [system('pay')] },
          conflicts: [{ entityRef: 'slo:default/pay-slo' }],
          totalConflicts: 1,
          refusedDocuments: [],
          totalRefusedDocuments: 0,
        });
        const counted: number[] = Object.values(list.body.stateCounts);
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1);

        const filtered = await get(
          '/api/slo/objectives?entityRef=component:default/cart',
        );
        expect(filtered.body).toMatchObject({
          totalItems: 0,
          items: [],
          conflicts: [],
        });

        const summary = await get('/api/slo/summary');
        expect(summary.body).toMatchObject({
          totalItems: 1,
          items: [{ entityRef: 'component:default/pay', objectives: 1 }],
        });

        const ownVolume = await get(`${VOLUME}pay`);
        expect(ownVolume.body.objective.ref).toBe('slo:default/pay-slo');
        const volume = await get(`${VOLUME}cart`);
        const noVolume = await get(`${VOLUME}nobody`);
        expect(volume.status).toBe(200);
        expect(volume.text).toBe(noVolume.text.replace('nobody', 'cart'));

        for (const name of ['cart', 'search', 'wish']) {
          for (const answer of [list, summary, ownVolume]) {
            expect(answer.text).not.toContain(name);
          }
        }
      }
    },
  );

  it('who may see no service of the fleet sees an empty fleet', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { policy, get } = await start(knex);
    policy.decision = decide(
      sloConditions.isServiceOwner({ claims: ['user:default/nobody'] }),
    );
    const { body } = await get('/api/slo/objectives');
    expect(body).toMatchObject({
      items: [],
      totalItems: 0,
      facets: { owners: [], systems: [] },
      conflicts: [],
      sources: [],
    });
    expect((await get('/api/slo/summary')).body).toEqual({
      items: [],
      totalItems: 0,
      pageInfo: {},
    });
  });

  it.each(databases.ids)(
    'an objective out of sight and one that does not exist are one answer, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { policy, get } = await start(knex);
      policy.decision = decide(
        sloConditions.isServiceOwner({ claims: [owner('pay')] }),
      );
      const range = `from=${midnight(2)}&to=${midnight(1)}`;
      for (const rest of ['', '/explain', `/history?${range}`]) {
        const path = (slo: string) =>
          `/api/slo/objectives/default/${slo}/requests-served${rest}`;
        const hidden = await get(path('cart-slo'));
        const absent = await get(path('xxxx-slo'));

        expect(hidden.status).toBe(404);
        expect(absent.status).toBe(404);
        expect(hidden.text).toBe(absent.text.replaceAll('xxxx', 'cart'));
        expect((await get(path('pay-slo'))).status).toBe(200);
      }
    },
  );

  it('who may see nothing is refused, whatever the thing asked for', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { policy, get } = await start(knex);
    policy.decision = { result: AuthorizeResult.DENY };
    const range = `from=${midnight(2)}&to=${midnight(1)}`;
    const known = '/api/slo/objectives/default/cart-slo/requests-served';
    for (const path of [
      '/api/slo/objectives',
      known,
      known.replace('cart', 'xxxx'),
      `${known}/explain`,
      `${known}/history?${range}`,
      `${VOLUME}cart`,
      '/api/slo/summary',
    ]) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain("'slo.objective.read'");
    }
  });

  it('asks the policy about the caller, user or service', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { get, permissions } = await start(knex);
    permissions.authorizeConditional.mockClear();

    await get('/api/slo/summary')
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
    expect(permissions.authorizeConditional).toHaveBeenCalledWith(
      [{ permission: sloObjectiveReadPermission }],
      {
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ type: 'service' }),
        }),
      },
    );
  });

  it('decides about single resources for the permission framework', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { server } = await start(knex);
    const ask = (resourceRef: string) => ({
      id: resourceRef,
      resourceRef,
      resourceType: 'slo-objective',
      conditions: sloConditions.isServiceOwner({ claims: [owner('pay')] }),
    });
    const { body } = await request(server)
      .post('/api/slo/.well-known/backstage/permissions/apply-conditions')
      .set('Authorization', mockCredentials.service.header())
      .send({
        items: [
          ask('slo:default/pay-slo#requests-served'),
          ask('slo:default/cart-slo#requests-served'),
          ask('slo:default/pay-slo#no-such'),
          ask('nonsense'),
        ],
      })
      .expect(200);

    expect(
      body.items.map((item: { result: AuthorizeResult }) => item.result),
    ).toEqual(['ALLOW', 'DENY', 'DENY', 'DENY']);
  });
});
