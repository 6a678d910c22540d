import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { stateRank } from '@plimsoll/plugin-slo-common';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { stopEvaluating } from '../__testUtils__/stopEvaluating';
import { statusPayload } from '../__testUtils__/statusPayload';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: [{ type: 'hasMember', targetRef: 'user:default/ada' }],
};

/** A portal with the notifications plugin, a service and its objective. */
async function setUp(options: {
  id: (typeof databases.ids)[number];
  notifications?: JsonObject;
}) {
  const { id, notifications = {} } = options;
  const knex = await (await databases.service(id)).getClient();
  const other = await (await databases.service(id)).getClient();
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const { server } = await startSloBackend({
    entities: [
      shop,
      componentEntity({ name: 'cart', owner: 'group:default/shop' }),
      sloEntity({ name: 'cart-availability', service: 'cart' }),
    ],
    source: FakeMetricsSource.create(),
    features: [
      notificationsPlugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          slo: { timeZone: 'Europe/Warsaw', notifications },
        },
      }),
      mockServices.scheduler.mock({
        scheduleTask: async ({ id: name, fn }) => {
          tasks.set(name, fn);
        },
        createScheduledTaskRunner: () => ({ run: async () => {} }),
      }).factory,
      // each plugin has a database of its own
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => (plugin.getId() === 'slo' ? knex : other),
        }),
      }),
    ],
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) => body.totalItems === 1,
  );
  return {
    knex,
    tasks,
    /** What an evaluation of now writes. */
    async spend(consumed: number) {
      const at = Math.floor(Date.now() / 1_000);
      const state = consumed < 1 ? 'ok' : 'exhausted';
      const row = await knex('slo_objective').first();
      await stopEvaluating(knex);
      await knex('slo_objective').update({ ledger_hash: row.definition_hash });
      await knex('slo_backfill').delete();
      await knex('slo_status').update({
        state,
        state_rank: stateRank(state),
        remaining: 1 - consumed,
        payload: JSON.stringify(statusPayload({ state, consumed }, at)),
        content_hash: row.content_hash,
        evaluated_at: at,
        data_up_to: at,
      });
    },
    async round() {
      const { signal } = new AbortController();
      await tasks.get('watch-for-owners')?.(signal);
      await tasks.get('notify-owners')?.(signal);
    },
    async inboxOf(user: string) {
      const { body } = await request(server)
        .get('/api/notifications/notifications')
        .set('Authorization', mockCredentials.user.header(user));
      return body.notifications;
    },
  };
}

describe('notifyOwners', () => {
  it.each(databases.ids)(
    'tells members of the owning group, each event once, also when it is sent again, %s',
    async id => {
      const world = await setUp({ id, notifications: { existing: 'tell' } });
      await world.spend(0.6);
      await world.round();
      await world.spend(1.2);
      await world.round();
      await world.round();
      // whoever sent these was killed before it could say so
      await world
        .knex('slo_notification')
        .update({ sent_at: null, due_at: Date.now() });
      await world.round();

      const inbox = await world.inboxOf('user:default/ada');
      expect(
        inbox.map(
          ({ origin, payload }: { origin: string; payload: object }) => ({
            origin,
            payload,
          }),
        ),
      ).toEqual(
        expect.arrayContaining([
          {
            origin: 'plugin:slo',
            payload: expect.objectContaining({
              title:
                'cart: 50 % of the error budget of Requests served is spent',
              severity: 'normal',
            }),
          },
          {
            origin: 'plugin:slo',
            payload: expect.objectContaining({
              title: 'cart: the error budget of Requests served is spent',
              description: expect.stringMatching(
                /^1,200 bad events of 1,000 that the target of 99 % allows in 30 days: 120 %, as of \d+ \w+ \d{4}, \d\d:\d\d Europe\/Warsaw\.$/,
              ),
              link: '/catalog/default/component/cart/slos?objective=slo%3Adefault%2Fcart-availability%23requests-served',
              severity: 'high',
              topic: 'slo-budget',
            }),
          },
        ]),
      );
      expect(inbox).toHaveLength(2);
      await expect(world.inboxOf('user:default/eve')).resolves.toEqual([]);
    },
  );

  it('does nothing where app-config turns it off', async () => {
    const { tasks } = await setUp({
      id: 'SQLITE_3',
      notifications: { enabled: false },
    });
    expect([...tasks.keys()]).toContain('slo-ledger-maintenance');
    expect([...tasks.keys()]).not.toContain('watch-for-owners');
    expect([...tasks.keys()]).not.toContain('notify-owners');
  });
});
