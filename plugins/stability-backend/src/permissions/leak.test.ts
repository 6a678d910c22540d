import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  stabilityReadPermission,
  stabilityVerdictWritePermission,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { deployed, incident, refOf } from '../__testUtils__/observed';
import {
  eventually,
  startStabilityBackend,
} from '../__testUtils__/startStabilityBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createStabilityConditionalDecision,
  stabilityConditions,
} from './serviceRules';

const databases = createTestDatabases();
const NAMES = ['cart', 'pay', 'search', 'wish'];
const HIDDEN = NAMES.filter(name => name !== 'pay');
const owner = (name: string) => `group:default/team-${name}`;
const system = (name: string) => `system:default/sys-${name}`;
const API = '/api/stability';
const REASON = 'It was the network, not this change';
const DAY = 86_400_000;

type Conditions = PermissionCriteria<PermissionCondition<'stability-service'>>;

/** A backend in which the policy's answers can be changed, all data in place. */
async function start(knex: Knex) {
  const policy: Record<string, PolicyDecision> = {};
  const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
  const permissions = mockServices.permissions.mock({
    authorize: async requests => requests.map(() => allow as never),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => policy[permission.name] ?? allow),
  });
  const { server, observe } = await startStabilityBackend({
    entities: NAMES.map(name =>
      componentEntity({ name, owner: owner(name), system: system(name) }),
    ),
    knex,
    features: [permissions.factory],
  });
  const now = Date.now();
  await observe(
    NAMES.flatMap(name => [
      deployed({ service: name, version: `${name}-1`, at: now - 9 * DAY }),
      deployed({ service: name, version: `${name}-2`, at: now - 3 * DAY }),
      incident({
        service: name,
        key: `INC-${name}`,
        phase: 'triggered',
        at: now - 3 * DAY + 60_000,
        startedAt: now - 3 * DAY + 60_000,
      }),
    ]),
  );
  const get = (path: string) => request(server).get(`${API}${path}`);
  await eventually(
    server,
    `${API}/services`,
    ({ body }) =>
      body.items.length === NAMES.length &&
      body.items.every((item: { owner?: string }) => item.owner),
  );
  const idsOf = async (path: string): Promise<Map<string, string>> => {
    const { body } = await get(`${path}?limit=100`);
    return new Map(
      body.items.map((item: { entityRef: string; id: string }) => [
        item.entityRef,
        item.id,
      ]),
    );
  };
  return {
    server,
    get,
    permissions,
    deployments: await idsOf('/deployments'),
    incidents: await idsOf('/incidents'),
    mayRead(conditions: Conditions) {
      policy[stabilityReadPermission.name] = createStabilityConditionalDecision(
        stabilityReadPermission,
        conditions,
      );
    },
    mayCorrect(conditions: Conditions) {
      policy[stabilityVerdictWritePermission.name] =
        createStabilityConditionalDecision(
          stabilityVerdictWritePermission,
          conditions,
        );
    },
    denyReading() {
      policy[stabilityReadPermission.name] = { result: AuthorizeResult.DENY };
    },
  };
}

describe('permissions', () => {
  it.each(databases.ids)(
    'who may see 1 of 4 services learns nothing of the other three, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { get, mayRead, deployments } = await start(knex);

      for (const conditions of [
        stabilityConditions.isServiceOwner({
          claims: ['user:default/ada', owner('pay')],
        }),
        stabilityConditions.isForEntity({ entityRefs: [refOf('pay')] }),
        stabilityConditions.inSystem({ systemRefs: [system('pay')] }),
        {
          not: stabilityConditions.isForEntity({
            entityRefs: HIDDEN.map(refOf),
          }),
        },
      ]) {
        mayRead(conditions);
        const lists = [
          ['/deployments?limit=100', 2],
          ['/deployments?limit=1', 2],
          ['/incidents', 1],
          ['/incidents?open=true', 1],
          ['/services', 1],
          ['/services?sort=name&window=30', 1],
          ['/summary', 1],
        ] as const;
        for (const [path, total] of lists) {
          const { body, text } = await get(path);
          expect([path, body.totalItems]).toEqual([path, total]);
          for (const name of HIDDEN) {
            expect([path, text.includes(name)]).toEqual([path, false]);
          }
        }
        for (const path of [
          '/deployments?entityRef=component:default/cart',
          `/deployments?entityRef=${system('cart')}`,
          `/deployments?entityRef=${owner('cart')}`,
          '/incidents?entityRef=component:default/cart',
          '/services?q=cart',
          `/services?owner=${owner('cart')}`,
          `/services?system=${system('cart')}`,
        ]) {
          const { body } = await get(path);
          expect([path, body]).toEqual([
            path,
            { items: [], totalItems: 0, pageInfo: {} },
          ]);
        }
        const own = await get(`/metrics?entityRef=${system('pay')}`);
        expect(own.body).toMatchObject({
          services: 1,
          counts: { deployments: 2 },
        });
        expect(
          (await get(`/deployments/${deployments.get(refOf('pay'))}`)).status,
        ).toBe(200);
      }
    },
  );

  it.each(databases.ids)(
    'what is out of sight and what does not exist are one answer, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { get, server, mayRead, deployments, incidents } = await start(
        knex,
      );
      mayRead(stabilityConditions.isServiceOwner({ claims: [owner('pay')] }));
      const same = async (path: (name: string) => string, name: string) => {
        const hidden = await get(path(name));
        const absent = await get(path('xxxx'));
        expect([path(name), hidden.status]).toEqual([path(name), 404]);
        expect(absent.status).toBe(404);
        expect(hidden.text).toBe(absent.text.replaceAll('xxxx', name));
      };
      const deployment = deployments.get(refOf('cart')) as string;
      const trouble = incidents.get(refOf('cart')) as string;
      await same(name => `/deployments/${name}`, deployment);
      await same(name => `/incidents/${name}`, trouble);
      await same(name => `/incidents/${name}/review`, trouble);
      await same(
        name => `/metrics?entityRef=component:default/${name}`,
        'cart',
      );
      await same(
        name => `/metrics?entityRef=system:default/${name}`,
        'sys-cart',
      );
      await same(
        name => `/explain?metric=rework-rate&entityRef=group:default/${name}`,
        'team-cart',
      );

      const correct = (path: string) =>
        request(server)
          .patch(`${API}${path}`)
          .send({
            reason: REASON,
            ...(path.endsWith('verdict') && { verdict: 'failed' }),
          });
      for (const [kind, id404] of [
        ['deployments', deployment],
        ['incidents', trouble],
      ]) {
        const rest = kind === 'deployments' ? 'verdict' : 'cause';
        const hidden = await correct(`/${kind}/${id404}/${rest}`);
        const absent = await correct(`/${kind}/xxxx/${rest}`);
        expect(hidden.status).toBe(404);
        expect(hidden.text).toBe(absent.text.replaceAll('xxxx', id404));
      }
      // a deployment that one may not see is no cause that one can name
      const own = incidents.get(refOf('pay'));
      const cause = (deploymentId: string) =>
        request(server)
          .patch(`${API}/incidents/${own}/cause`)
          .send({ reason: REASON, deploymentId });
      const hidden = await cause(deployment);
      const absent = await cause('xxxx');
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(absent.text.replaceAll('xxxx', deployment));
    },
  );

  it.each(databases.ids)(
    'who may see a service but not correct it is refused and changes nothing, %p',
    async id => {
      const knex = await (await databases.service(id)).getClient();
      const { server, mayCorrect, deployments, incidents } = await start(knex);
      mayCorrect(
        stabilityConditions.isServiceOwner({ claims: [owner('pay')] }),
      );
      const correct = (name: string) =>
        request(server)
          .patch(`${API}/deployments/${deployments.get(refOf(name))}/verdict`)
          .send({ verdict: 'failed', reason: REASON });
      const refused = await correct('cart');
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain("'stability.verdict.write'");
      const noCause = await request(server)
        .patch(`${API}/incidents/${incidents.get(refOf('cart'))}/cause`)
        .send({ reason: REASON });
      expect(noCause.status).toBe(403);
      expect(await knex('stability_correction')).toEqual([]);

      const { body } = await correct('pay').expect(200);
      expect(body.verdict).toMatchObject({
        name: 'failed',
        decidedBy: 'person',
      });
    },
  );

  it('who may see no service of the fleet sees an empty fleet', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { get, mayRead } = await start(knex);
    mayRead(
      stabilityConditions.isServiceOwner({ claims: ['user:default/nobody'] }),
    );
    for (const path of [
      '/deployments',
      '/incidents',
      '/services',
      '/summary',
    ]) {
      expect((await get(path)).body).toEqual({
        items: [],
        totalItems: 0,
        pageInfo: {},
      });
    }
  });

  it('who may see nothing is refused, whatever the thing asked for', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { get, denyReading, deployments } = await start(knex);
    denyReading();
    for (const path of [
      '/deployments',
      `/deployments/${deployments.get(refOf('cart'))}`,
      '/deployments/xxxx',
      '/incidents',
      '/incidents/xxxx',
      '/incidents/xxxx/review',
      '/services',
      '/summary',
      '/metrics?entityRef=component:default/cart',
      '/metrics?entityRef=component:default/xxxx',
      '/explain?metric=rework-rate&entityRef=component:default/cart',
    ]) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain("'stability.read'");
    }
  });

  it('only managers of the inbox rebuild', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { server, permissions } = await start(knex);
    const { body } = await request(server).post(`${API}/rebuild`).expect(202);
    expect(body.services).toBe(NAMES.length);
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY } as never)),
    );
    const refused = await request(server).post(`${API}/rebuild`);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain("'stability.inbox.manage'");
  });

  it('decides about single resources for the permission framework', async () => {
    const knex = await (await databases.service('SQLITE_3')).getClient();
    const { server } = await start(knex);
    const ask = (resourceRef: string) => ({
      id: resourceRef,
      resourceRef,
      resourceType: 'stability-service',
      conditions: stabilityConditions.isServiceOwner({
        claims: [owner('pay')],
      }),
    });
    const { body } = await request(server)
      .post(`${API}/.well-known/backstage/permissions/apply-conditions`)
      .set('Authorization', mockCredentials.service.header())
      .send({
        items: [
          ask(refOf('pay')),
          ask('Component:default/Pay'),
          ask(refOf('cart')),
          ask('nonsense'),
        ],
      })
      .expect(200);
    expect(
      body.items.map((item: { result: AuthorizeResult }) => item.result),
    ).toEqual(['ALLOW', 'ALLOW', 'DENY', 'DENY']);
  });
});
