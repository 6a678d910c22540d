import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { doorsWorld } from '../doors/__testUtils__/doorsWorld';
import { draftDelivery } from './__testUtils__/drafts';

const SEARCH_RULE = {
  when: [{ type: 'service', pattern: 'search-*' }],
  entityRef: 'component:default/Search',
};

describe('the inbox', () => {
  const databases = createTestDatabases();

  /** Three deliveries of services that nobody knows, one that matches, one dead. */
  async function filled(database: StabilityDatabase) {
    const world = doorsWorld({
      database,
      services: { checkout: ['component:default/checkout'] },
    });
    for (const [index, key] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      const service = index < 3 ? `search-${key}` : 'checkout';
      const delivery = draftDelivery(key, { service });
      await world.doors.inbox.accept({
        ...delivery,
        body: key === 'e' ? Buffer.from('{"a":1}') : delivery.body,
        receivedAt: Date.UTC(2026, 10, 20, 15, index),
      });
    }
    await world.worker.drain();
    return world;
  }

  it.each(databases.ids)('lists the newest first, in pages, %s', async id => {
    const world = await filled(await databases.create(id));
    const get = async (query: object) =>
      (await request(world.app).get('/inbox').query(query)).body;

    const first = await get({ limit: 2 });
    expect(first).toMatchObject({
      totalItems: 5,
      counts: { waiting: 0, done: 1, unmatched: 3, dead: 1, ignored: 0 },
      items: [
        {
          deliveryKey: 'e',
          state: 'dead',
          error: expect.stringContaining('kind: '),
          receivedAt: '2026-11-20T15:04:00.000Z',
        },
        {
          deliveryKey: 'd',
          state: 'done',
          summary: 'deployment succeeded',
          occurredAt: '2026-11-20T14:00:00.000Z',
          entityRefs: ['component:default/checkout'],
        },
      ],
    });
    expect(first.items[0]).not.toHaveProperty('body');
    const second = await get({ limit: 2, cursor: first.pageInfo.nextCursor });
    const third = await get({ limit: 2, cursor: second.pageInfo.nextCursor });
    expect(
      [...second.items, ...third.items].map(item => item.deliveryKey),
    ).toEqual(['c', 'b', 'a']);
    expect(third.pageInfo).toEqual({});

    const unmatched = await get({ state: 'unmatched' });
    expect(unmatched).toMatchObject({ totalItems: 3 });
    expect(unmatched.items[0]).toMatchObject({
      deliveryKey: 'c',
      identity: [{ type: 'service', value: 'search-c' }],
      error: 'Nobody is called that.',
    });
    expect(await get({ source: 'other' })).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it.each(databases.ids)('shows the body of one, %s', async id => {
    const world = await filled(await databases.create(id));
    const [dead] = (await request(world.app).get('/inbox')).body.items;

    const one = await request(world.app).get(`/inbox/${dead.id}`);

    expect(one.body).toEqual({ ...dead, body: '{"a":1}' });
    expect((await request(world.app).get('/inbox/none')).status).toBe(404);
  });

  it('cuts long bodies', async () => {
    const database = await databases.create('SQLITE_3');
    const world = doorsWorld({ database });
    const { id } = await world.doors.inbox.accept({
      ...draftDelivery('long'),
      body: Buffer.alloc(100_000, 'x'),
    });

    const { body } = await request(world.app).get(`/inbox/${id}`);

    expect(body.body).toHaveLength(65_536);
  });

  it.each(databases.ids)('reads one again, and says so, %s', async id => {
    const world = await filled(await databases.create(id));
    const { items } = (await request(world.app).get('/inbox?state=unmatched'))
      .body;
    world.identity.learn('search-c', ['component:default/search']);

    const replayed = await request(world.app).post(
      `/inbox/${items[0].id}/replay`,
    );
    expect(replayed.status).toBe(202);
    expect(replayed.body).toMatchObject({ state: 'waiting', attempts: 0 });
    const again = await request(world.app).post(`/inbox/${items[0].id}/replay`);
    expect(again.status).toBe(409);
    await world.worker.drain();

    const after = await request(world.app).get(`/inbox/${items[0].id}`);
    expect(after.body).toMatchObject({
      state: 'done',
      entityRefs: ['component:default/search'],
    });
    expect(world.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'inbox-replay',
        severityLevel: 'medium',
        meta: { id: items[0].id },
      }),
    );
    expect((await request(world.app).post('/inbox/none/replay')).status).toBe(
      404,
    );
  });

  it.each(databases.ids)(
    'tries a rule without a trace, then keeps it and reads again what it matches, %s',
    async id => {
      const world = await filled(await databases.create(id));
      const { app } = world;

      const preview = await request(app)
        .post('/inbox/rules?dryRun=true')
        .send(SEARCH_RULE);
      expect(preview.status).toBe(200);
      expect(preview.body).toMatchObject({
        matches: 3,
        examples: [
          { deliveryKey: 'c' },
          { deliveryKey: 'b' },
          { deliveryKey: 'a' },
        ],
      });
      expect((await request(app).get('/inbox/rules')).body.items).toEqual([]);

      const added = await request(app).post('/inbox/rules').send(SEARCH_RULE);
      expect(added.status).toBe(201);
      expect(added.body).toEqual({
        id: expect.any(String),
        when: SEARCH_RULE.when,
        entityRef: 'component:default/search',
        createdBy: mockCredentials.user().principal.userEntityRef,
        createdAt: expect.any(String),
      });
      expect((await request(app).get('/inbox')).body.counts).toMatchObject({
        waiting: 3,
        unmatched: 0,
      });

      expect((await request(app).get('/inbox/rules')).body).toEqual({
        items: [added.body],
        totalItems: 1,
        pageInfo: {},
      });
      const removed = await request(app).delete(
        `/inbox/rules/${added.body.id}`,
      );
      expect(removed.status).toBe(204);
      expect((await request(app).delete('/inbox/rules/none')).status).toBe(404);
      expect((await request(app).get('/inbox/rules')).body.items).toEqual([]);
    },
  );

  it('tries a rule on each happening by itself', async () => {
    const database = await databases.create('SQLITE_3');
    const world = await filled(database);
    await database
      .client('stability_inbox')
      .where({ delivery_key: 'a' })
      .update({
        identity: JSON.stringify([
          [{ type: 'service', value: 'one' }],
          [{ type: 'environment', value: 'two' }],
        ]),
      });
    const matches = async (when: object[]) =>
      (
        await request(world.app)
          .post('/inbox/rules?dryRun=true')
          .send({ ...SEARCH_RULE, when })
      ).body.matches;
    const one = { type: 'service', pattern: 'one' };
    const two = { type: 'environment', pattern: 'two' };

    await expect(matches([one])).resolves.toBe(1);
    await expect(matches([two])).resolves.toBe(1);
    await expect(matches([one, two])).resolves.toBe(0);
  });

  it.each([
    [{ ...SEARCH_RULE, when: [] }, 'when: '],
    [
      { ...SEARCH_RULE, when: [{ type: 'wish', pattern: 'x' }] },
      'when.0.type: ',
    ],
    [{ ...SEARCH_RULE, entityRef: '::' }, 'entityRef: '],
    [{}, 'when: '],
  ])('refuses a rule that says nothing: %j', async (rule, message) => {
    const world = doorsWorld({ database: await databases.create('SQLITE_3') });

    const response = await request(world.app).post('/inbox/rules').send(rule);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it.each([
    ['get', '/inbox'],
    ['get', '/inbox/some'],
    ['post', '/inbox/some/replay'],
    ['get', '/inbox/rules'],
    ['post', '/inbox/rules'],
    ['post', '/inbox/rules?dryRun=true'],
    ['delete', '/inbox/rules/some'],
  ] as const)('%s %s needs the permission', async (method, path) => {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const world = doorsWorld({
      database: await databases.create('SQLITE_3'),
      permissions,
    });

    const response = await request(world.app)[method](path).send(SEARCH_RULE);

    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('stability.inbox.manage');
    // what is audited is told that it was refused
    const audited = world.auditor.createEvent.mock.calls.length;
    expect(world.auditEvent.fail).toHaveBeenCalledTimes(audited);
    expect(world.auditEvent.success).not.toHaveBeenCalled();
  });

  it.each(databases.ids)(
    'reads the unmatched again when services are called otherwise, %s',
    async id => {
      const world = await filled(await databases.create(id));
      world.identity.learn('search-a', ['component:default/search']);

      await world.doors.identitiesChanged('any');
      await world.worker.drain();

      expect(
        (await request(world.app).get('/inbox')).body.counts,
      ).toMatchObject({
        done: 2,
        unmatched: 2,
        dead: 1,
      });
    },
  );
});
