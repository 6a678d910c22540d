import { mockServices } from '@backstage/backend-test-utils';
import { NotificationOutbox } from '@plimsoll/plugin-database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { NOTIFICATION_TABLE as table } from './notificationTable';
import { notifyOwners } from './notifyOwners';

const databases = createTestDatabases();
const { signal } = new AbortController();

describe('notifyOwners', () => {
  it.each(databases.ids)(
    'sends on every replica what was written down, and forgets it after three months, %s',
    async id => {
      const database = await databases.create(id);
      const notifications = { send: jest.fn(async () => {}) };
      const tasks = new Map<
        string,
        { scope?: string; fn: (signal: AbortSignal) => unknown }
      >();
      await notifyOwners({
        database,
        notifications: notifications as never,
        logger: mockServices.logger.mock(),
        scheduler: mockServices.scheduler.mock({
          scheduleTask: async ({ id: name, scope, fn }) => {
            tasks.set(name, {
              scope,
              fn: fn as (stop: AbortSignal) => unknown,
            });
          },
        }),
      });
      const send = tasks.get('cost-notify-owners')!;
      expect(send.scope).toBe('local');
      const outbox = NotificationOutbox.create({ database, table });
      const add = (key: string, now: number) =>
        outbox.add({
          transaction: database.client,
          now,
          notifications: [
            {
              key,
              owners: ['group:default/shop'],
              title: 'Title',
              description: 'Description',
              link: '/cost',
              severity: 'normal',
              topic: 'cost',
            },
          ],
        });
      await add('new', Date.now());
      await add('new', Date.now());
      await add('old', 1);
      await Promise.all([send.fn(signal), send.fn(signal), send.fn(signal)]);
      expect(notifications.send).toHaveBeenCalledTimes(2);

      const forget = tasks.get('cost-forget-notifications')!;
      expect(forget.scope).toBe('global');
      await forget.fn(signal);
      await expect(database.client(table).pluck('event_key')).resolves.toEqual([
        'new',
      ]);
    },
  );
});
