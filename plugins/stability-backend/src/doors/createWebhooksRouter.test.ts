import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import request from 'supertest';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { deploymentStatus } from '../senders/github/__fixtures__/deployments';
import { doorsWorld, OPEN_CONFIG, SECRET } from './__testUtils__/doorsWorld';
import { githubHeaders, hmac } from './__testUtils__/signed';
import { createWebhooksRouter } from './createWebhooksRouter';
import { DoorBook } from './DoorBook';
import { IntakeGate } from './IntakeGate';
import { openDoors } from './openDoors';

/** What becomes of a delivery that is no JSON. */
const UNREADABLE = {
  state: 'dead',
  error:
    'body: it is not JSON. Look at the template and the content type that ' +
    'the sender uses',
};

/** GitLab names its event in a header; without it, nothing is read. */
const OTHER_EVENT = { state: 'ignored', error: expect.any(String) };

const BODY = JSON.stringify(deploymentStatus());

describe('POST /webhooks/{source}', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'keeps what is signed, answers 202 and observes it once, %s',
    async id => {
      const world = doorsWorld({
        database: await databases.create(id),
        services: { 'shopkart/checkout': ['component:default/checkout'] },
      });
      const send = (delivery: string) =>
        request(world.app)
          .post('/webhooks/github')
          .set(
            githubHeaders({
              secret: SECRET,
              body: BODY,
              event: 'deployment_status',
              delivery,
            }),
          )
          .send(BODY);

      const first = await send('guid-1');
      const again = await send('guid-1');
      const replayed = await send('guid-2');

      expect([first.status, again.status, replayed.status]).toEqual([
        202, 202, 202,
      ]);
      expect(first.body).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        status: 'accepted',
      });
      // the id of GitHub is not signed: the body counts
      expect(again.body).toEqual({ id: first.body.id, status: 'duplicate' });
      expect(replayed.body).toEqual({ id: first.body.id, status: 'duplicate' });

      await expect(world.worker.drain()).resolves.toBe(1);
      await expect(world.worker.drain()).resolves.toBe(0);
      expect(world.figures).toEqual({
        'doors.received{source=github}': 3,
        'inbox.accepted{source=github}': 1,
        'inbox.duplicates{source=github}': 2,
        'inbox.applied{source=github}': 1,
      });

      await expect(world.observed()).resolves.toEqual([
        expect.objectContaining({
          id: 'github:deployment_status:9001',
          entityRef: 'component:default/checkout',
          kind: 'deployment',
          phase: 'succeeded',
          version: 'v2.31.0',
        }),
      ]);
      const [row] = await world.rows();
      expect(row).toMatchObject({
        state: 'done',
        summary: 'deployment_status success',
        attempts: 1,
        entity_refs: '["component:default/checkout"]',
        error: null,
      });
      expect(Number(row.occurred_at)).toBe(Date.UTC(2026, 10, 20, 14, 8, 31));
      expect(JSON.parse(row.headers)).toEqual({
        'x-github-event': 'deployment_status',
        'x-github-delivery': 'guid-1',
      });
    },
  );
});

describe('a door', () => {
  const databases = createTestDatabases();
  const open = async (config?: object) =>
    doorsWorld({
      database: await databases.create('SQLITE_3'),
      ...(config ? { config: config as never } : {}),
    });
  const send = (
    app: Parameters<typeof request>[0],
    options: { secret?: string; body?: string; delivery?: string } = {},
  ) => {
    const { secret = SECRET, body = BODY, delivery = 'guid-1' } = options;
    return request(app)
      .post('/webhooks/github')
      .set(
        githubHeaders({ secret, body, event: 'deployment_status', delivery }),
      )
      .send(body);
  };
  /** Everything that was logged. */
  const logged = (world: { logger: object }) =>
    JSON.stringify(
      Object.values(world.logger).flatMap(method => method.mock?.calls ?? []),
    );

  it('without a secret is closed, and says in the inbox what to configure', async () => {
    const world = await open({});

    const response = await send(world.app);

    expect(response.status).toBe(404);
    expect(response.body.error.message).toBe("There is no door 'github'");
    expect(world.figures).toEqual({
      'doors.received{source=github}': 1,
      'doors.rejected{reason=closed,source=github}': 1,
    });
    await expect(world.rows()).resolves.toEqual([]);
    expect(world.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        'stability.webhooks.github.secrets has no secret in app-config',
      ),
    );
    const page = await request(world.app).get('/inbox');
    expect(page.body.sources).toContainEqual({
      source: 'github',
      configured: false,
    });
  });

  it('refuses a wrong signature without a word about it', async () => {
    const world = await open();

    const response = await send(world.app, {
      secret: 'another-secret-of-mine',
    });

    expect(response.status).toBe(401);
    expect(response.body.error.message).toBe('The signature or token is wrong');
    await expect(world.rows()).resolves.toEqual([]);
    expect(world.figures).toEqual({
      'doors.received{source=github}': 1,
      'doors.rejected{reason=unauthenticated,source=github}': 1,
    });
    expect(logged(world)).toContain('stability.webhooks.github.secrets');
    expect(logged(world)).not.toContain(SECRET);
  });

  it.each([
    ['gitlab', { 'x-gitlab-token': SECRET }],
    ['argocd', { authorization: `Bearer ${SECRET}` }],
    ['argo-rollouts', { authorization: `Bearer ${SECRET}` }],
    ['jenkins', { authorization: `Bearer ${SECRET}` }],
    ['alertmanager', { authorization: `Bearer ${SECRET}` }],
    [
      'pagerduty',
      { 'x-pagerduty-signature': `v1=${hmac(SECRET, 'not json')}` },
    ],
  ])(
    'of %s takes what is authentic but unreadable: a dead letter, never a refusal',
    async (source, headers) => {
      const world = await open();
      const post = () =>
        request(world.app)
          .post(`/webhooks/${source}`)
          .set({ 'content-type': 'text/plain', ...headers })
          .send('not json');

      const response = await post();
      await world.worker.drain();

      expect(response.status).toBe(202);
      const [row] = await world.rows();
      expect(row).toMatchObject({
        source,
        ...(source === 'gitlab' ? OTHER_EVENT : UNREADABLE),
      });
      expect(row.headers).not.toContain(SECRET);
      expect(
        (await request(world.app).post(`/webhooks/${source}`).send('x')).status,
      ).toBe(401);
    },
  );

  it('ignores unknown events and unmatched services with 202', async () => {
    const world = await open();
    const unknown = await request(world.app)
      .post('/webhooks/github')
      .set(
        githubHeaders({
          secret: SECRET,
          body: '{}',
          event: 'star',
          delivery: 'guid-2',
        }),
      )
      .send('{}');
    const unmatched = await send(world.app);
    await world.worker.drain();

    expect([unknown.status, unmatched.status]).toEqual([202, 202]);
    expect((await world.rows()).map(({ state }) => state)).toEqual([
      'ignored',
      'unmatched',
    ]);
    expect(world.figures).toMatchObject({
      'inbox.accepted{source=github}': 2,
      'inbox.ignored{source=github}': 1,
      'inbox.unmatched{source=github}': 1,
    });
  });

  it('refuses what is too long or compressed before it fills the memory', async () => {
    const world = await open();
    const long = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });

    expect((await send(world.app, { body: long })).status).toBe(413);
    const compressed = await request(world.app)
      .post('/webhooks/github')
      .set({
        'content-encoding': 'gzip',
        'x-hub-signature-256': `sha256=${hmac(SECRET, BODY)}`,
      })
      .send(BODY);
    expect(compressed.status).toBe(415);
    expect(world.figures).toEqual({
      'doors.received{source=github}': 2,
      'doors.rejected{reason=too-long,source=github}': 1,
      'doors.rejected{reason=compressed,source=github}': 1,
    });
    await expect(world.rows()).resolves.toEqual([]);
  });

  it.each([
    ['argocd', { authorization: `Bearer ${SECRET}` }],
    ['gitlab', { 'x-gitlab-token': SECRET }],
  ])(
    'of %s keeps the beginning of what is authentic and too long, as a dead letter',
    async (source, headers) => {
      const world = await open();
      const post = () =>
        request(world.app)
          .post(`/webhooks/${source}`)
          .set({ 'content-type': 'text/plain', ...headers })
          .send('x'.repeat(1024 * 1024 + 1));

      const first = await post();
      const again = await post();
      await world.worker.drain();

      expect(first.status).toBe(202);
      expect(again.body).toEqual({ id: first.body.id, status: 'duplicate' });
      expect(await world.rows()).toMatchObject([
        {
          source,
          state: 'dead',
          error: expect.stringContaining('longer than 1 MB'),
        },
      ]);
      expect((await world.rows())[0].body).toHaveLength(64 * 1024);
      await request(world.app)
        .post(`/webhooks/${source}`)
        .send('x'.repeat(1024 * 1024 + 1))
        .expect(401);
    },
  );

  it('does not know other sources, and hears only POST', async () => {
    const world = await open();

    for (const path of [
      '/webhooks/unknown',
      '/webhooks/github/more',
      '/webhooks',
    ]) {
      expect((await request(world.app).post(path).send('x')).status).toBe(404);
    }
    expect((await request(world.app).get('/webhooks/github')).status).toBe(404);
    // a token in an address would stand in every log
    expect(
      (await request(world.app).post(`/webhooks/jenkins?token=${SECRET}`))
        .status,
    ).toBe(401);
  });

  it('answers 503 and when to come back while the database is down', async () => {
    const database = await databases.create('SQLITE_3');
    const world = doorsWorld({ database });
    await database.client.schema.renameTable('stability_inbox', 'away');

    const response = await send(world.app);

    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(world.figures).toEqual({
      'doors.received{source=github}': 1,
      'doors.rejected{reason=unavailable,source=github}': 1,
    });
    // the statement holds what was delivered
    expect(logged(world)).not.toContain('MessagePack');
    expect(response.text).not.toContain('insert into');
    await database.client.schema.renameTable('away', 'stability_inbox');
    expect((await send(world.app)).status).toBe(202);
  });

  it('answers 503 when more knock than there is room for', async () => {
    const held: Array<() => void> = [];
    const app = express();
    app.use(
      createWebhooksRouter({
        doors: openDoors({
          config: mockServices.rootConfig({ data: OPEN_CONFIG }),
        }),
        inbox: {
          accept: () =>
            new Promise(resolve =>
              held.push(() => resolve({ id: 'id', isNew: true })),
            ),
          acceptMany: async () => [],
        },
        book: DoorBook.create({
          database: await databases.create('SQLITE_3'),
          logger: mockServices.logger.mock(),
        }),
        gate: IntakeGate.create({ requests: 2, bytes: 10_000_000, share: 1 }),
      }),
      MiddlewareFactory.create({
        config: mockServices.rootConfig(),
        logger: mockServices.logger.mock(),
      }).error(),
    );
    const server = app.listen(0);
    const waiting = [send(server), send(server)].map(one =>
      one.then(response => response.status),
    );
    await waitUntil('two deliveries', () => held.length === 2);

    const refused = await send(server);
    held.forEach(release => release());

    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    await expect(Promise.all(waiting)).resolves.toEqual([202, 202]);
    const later = send(server).then(response => response.status);
    await waitUntil('a third delivery', () => held.length === 3);
    held[2]();
    await expect(later).resolves.toBe(202);
    server.close();
  });
});
