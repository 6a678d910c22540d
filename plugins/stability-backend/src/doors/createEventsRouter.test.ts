import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { cdEvent, structured } from '../senders/cdevents/__fixtures__/cdEvents';
import { doorsWorld } from './__testUtils__/doorsWorld';

const SERVICES = {
  'component:default/checkout': ['component:default/checkout'],
};

describe('POST /events', () => {
  const databases = createTestDatabases();
  const post = (
    app: Parameters<typeof request>[0],
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    request(app)
      .post('/events')
      .set({
        authorization: mockCredentials.service.header(),
        'content-type': 'application/json',
        ...headers,
      })
      .send(typeof body === 'string' ? body : JSON.stringify(body));

  it.each(databases.ids)(
    'takes one event in each mode, and the same in another mode as the same, %s',
    async id => {
      const database = await databases.create(id);
      const world = doorsWorld({ database, services: SERVICES });
      const data = cdEvent();

      const first = await post(world.app, structured(data), {
        'content-type': 'application/cloudevents+json',
      });
      const binary = await post(world.app, data, {
        'ce-specversion': '1.0',
        'ce-id': data.context.id,
        'ce-source': data.context.source,
        'ce-type': data.context.type,
      });
      await world.worker.drain();

      expect(first.status).toBe(202);
      expect(first.body).toEqual({
        ids: [expect.any(String)],
        accepted: 1,
        duplicates: 0,
      });
      expect(binary.body).toEqual({
        ids: first.body.ids,
        accepted: 0,
        duplicates: 1,
      });
      await expect(world.observed()).resolves.toEqual([
        expect.objectContaining({
          source: 'cdevents',
          entityRef: 'component:default/checkout',
        }),
      ]);
    },
  );

  it.each(databases.ids)(
    'takes a batch apart: what is bad in it does not hold up the rest, %s',
    async id => {
      const database = await databases.create(id);
      const world = doorsWorld({ database, services: SERVICES });
      const batch = [
        structured(cdEvent({ id: 'one' })),
        structured(cdEvent({ id: 'bad', subject: { colour: 'red' } })),
        structured(cdEvent({ id: 'two' })),
        structured(cdEvent({ id: 'one' })),
        null,
      ];

      const response = await post(world.app, batch, {
        'content-type': 'application/cloudevents-batch+json',
      });
      await world.worker.drain();

      expect(response.status).toBe(202);
      expect(response.body).toMatchObject({ accepted: 4, duplicates: 1 });
      expect(response.body.ids[3]).toBe(response.body.ids[0]);
      const states = (await world.rows()).map(({ state, error }) => [
        state,
        error,
      ]);
      expect(states).toHaveLength(4);
      expect(states).toEqual(
        expect.arrayContaining([
          ['done', null],
          ['dead', expect.stringContaining('subject.colour: ')],
          ['dead', expect.stringContaining('body: ')],
        ]),
      );
      await expect(world.observed()).resolves.toHaveLength(2);
    },
  );

  it('answers an empty batch and one that is none', async () => {
    const world = doorsWorld({ database: await databases.create('SQLITE_3') });
    const type = { 'content-type': 'application/cloudevents-batch+json' };

    expect((await post(world.app, '[]', type)).body).toEqual({
      ids: [],
      accepted: 0,
      duplicates: 0,
    });
    expect((await post(world.app, '{}', type)).status).toBe(202);
    await world.worker.drain();
    expect(await world.rows()).toMatchObject([
      { state: 'dead', error: expect.stringContaining('is a list') },
    ]);
  });

  it('keeps the beginning of a batch that is too long, as a dead letter', async () => {
    const world = doorsWorld({ database: await databases.create('SQLITE_3') });
    const long = JSON.stringify(['x'.repeat(1024 * 1024)]);

    const response = await post(world.app, long, {
      'content-type': 'application/cloudevents-batch+json',
    });

    expect(response.status).toBe(202);
    expect(response.body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await world.rows()).toMatchObject([
      { state: 'dead', error: expect.stringContaining('can be split') },
    ]);
  });

  it('hears services that may, and nobody else', async () => {
    const database = await databases.create('SQLITE_3');
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const world = doorsWorld({ database, permissions });

    expect((await post(world.app, cdEvent())).status).toBe(403);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({
            name: 'stability.events.create',
          }),
        },
      ],
      expect.anything(),
    );
    for (const authorization of [
      mockCredentials.user.header(),
      mockCredentials.none.header(),
    ]) {
      expect(
        (await post(world.app, cdEvent(), { authorization })).status,
      ).not.toBe(202);
    }
    await expect(world.rows()).resolves.toEqual([]);
  });

  it('answers 503 and when to come back while the database is down', async () => {
    const database = await databases.create('SQLITE_3');
    const world = doorsWorld({ database });
    await database.client.schema.renameTable('stability_inbox', 'away');

    const response = await post(world.app, cdEvent());

    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
  });
});
