import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  eventually,
  startStabilityBackend,
} from '../__testUtils__/startStabilityBackend';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { cdEvent } from '../senders/cdevents/__fixtures__/cdEvents';
import { deploymentStatus } from '../senders/github/__fixtures__/deployments';
import { OPEN_CONFIG, SECRET } from './__testUtils__/doorsWorld';
import { githubHeaders } from './__testUtils__/signed';

describe('the doors in a backend', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'let a stranger in by signature and a service by token, and make deployments of it, %s',
    async id => {
      const { client: knex } = await databases.create(id);
      const { server } = await startStabilityBackend({
        knex,
        config: OPEN_CONFIG.stability,
        entities: [
          componentEntity({
            name: 'checkout',
            annotations: { 'github.com/project-slug': 'shopkart/checkout' },
          }),
        ],
      });
      const body = JSON.stringify(deploymentStatus());

      const webhook = await request(server)
        .post('/api/stability/webhooks/github')
        .set({
          ...githubHeaders({
            secret: SECRET,
            body,
            event: 'deployment_status',
            delivery: 'guid-1',
          }),
          // nobody that Backstage knows
          authorization: 'Bearer of-another-system',
        })
        .send(body);
      const event = await request(server)
        .post('/api/stability/events')
        .set({
          authorization: mockCredentials.service.header(),
          'content-type': 'application/json',
        })
        .send(JSON.stringify(cdEvent({ customData: { version: 'v2.32.0' } })));

      expect([webhook.status, event.status]).toEqual([202, 202]);
      const page = await eventually(
        server,
        '/api/stability/deployments?entityRef=component:default/checkout',
        ({ body: found }) => found.items?.length === 2,
      );
      expect(
        page.body.items.map((one: { version: string }) => one.version).sort(),
      ).toEqual(['v2.31.0', 'v2.32.0']);
      const inbox = await request(server).get('/api/stability/inbox');
      expect(inbox.body.counts).toMatchObject({ done: 2 });
    },
  );

  it('have a path for webhooks alone, and answer nobody else', async () => {
    const { client: knex } = await databases.create('SQLITE_3');
    const { server } = await startStabilityBackend({
      knex,
      entities: [],
      config: OPEN_CONFIG.stability,
    });
    const none = { authorization: mockCredentials.none.header() };
    const status = async (method: 'get' | 'post', path: string) =>
      (await request(server)[method](`/api/stability${path}`).set(none)).status;

    await expect(status('post', '/webhooks/github')).resolves.toBe(401);
    await expect(status('post', '/events')).resolves.toBe(401);
    await expect(status('get', '/inbox')).resolves.toBe(401);
    await expect(status('post', '/inbox/rules')).resolves.toBe(401);
  });
});
