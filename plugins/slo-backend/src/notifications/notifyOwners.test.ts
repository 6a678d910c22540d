import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();

/** A portal whose only service fails all the time. */
async function setUp(options: {
  id: (typeof databases.ids)[number];
  notifications: JsonObject;
}) {
  const knex = await (await databases.service(options.id)).getClient();
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async ({ id, fn }) => {
      tasks.set(id, fn);
    },
  });
  const sent: NotificationSendOptions[] = [];
  const { server } = await startSloBackend({
    entities: [
      componentEntity({ name: 'cart', owner: 'group:default/shop' }),
      sloEntity({ name: 'cart-availability', service: 'cart' }),
    ],
    source: FakeMetricsSource.create({ series: () => ({ bad: 1, total: 1 }) }),
    knex,
    features: [
      mockServices.rootConfig.factory({
        data: {
          slo: {
            timeZone: 'Europe/Warsaw',
            notifications: options.notifications,
            backfill: { queriesPerSecond: 1e6 },
          },
        },
      }),
      scheduler.factory,
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async content => {
            sent.push(content);
          },
        }),
      }),
    ],
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) => body.items?.[0]?.state === 'exhausted',
  );
  return { knex, tasks, sent };
}

/** Runs a task until something holds. */
async function until(step: () => Promise<void>, holds: () => boolean) {
  for (let tries = 0; tries < 100 && !holds(); tries++) {
    await step();
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('notifyOwners', () => {
  it.each(databases.ids)(
    'tells the owners of the catalog of a spent budget, once, %s',
    async id => {
      const { tasks, sent } = await setUp({
        id,
        notifications: { existing: 'tell' },
      });
      const round = async () => {
        const { signal } = new AbortController();
        await tasks.get('watch-for-owners')?.(signal);
        await tasks.get('notify-owners')?.(signal);
      };
      await until(round, () => sent.length > 0);
      await round();

      expect(sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: {
            title: 'cart: the error budget of Requests served is spent',
            description: expect.stringMatching(
              /^[\d,]+ bad events of [\d,.]+ that the target of 99 % allows in 30 days: [\d,.]+ %, as of \d+ \w+ \d{4}, \d\d:\d\d Europe\/Warsaw\.$/,
            ),
            link: '/catalog/default/component/cart/slos?objective=slo%3Adefault%2Fcart-availability%23requests-served',
            severity: 'high',
            topic: 'slo-budget',
            scope: expect.stringMatching(
              /^slo-budget:slo:default\/cart-availability#requests-served:\d+:1$/,
            ),
          },
        },
      ]);
    },
    60_000,
  );

  it('does nothing where app-config turns it off', async () => {
    const { knex, tasks } = await setUp({
      id: 'SQLITE_3',
      notifications: { enabled: false },
    });
    expect([...tasks.keys()]).toContain('slo-ledger-maintenance');
    expect([...tasks.keys()]).not.toContain('watch-for-owners');
    expect([...tasks.keys()]).not.toContain('notify-owners');
    await expect(knex('slo_watch')).resolves.toEqual([]);
  }, 60_000);
});
