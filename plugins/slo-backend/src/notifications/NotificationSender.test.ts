import { LEASE_MS, NotificationOutbox } from '@plimsoll/plugin-database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createNotificationWorld,
  type NotificationWorld,
} from './__testUtils__/notificationWorld';
import { NOTIFICATION_TABLE as table } from './notificationTable';

const databases = createTestDatabases();

/** Writes events down as a watch does. */
async function addEvents(world: NotificationWorld, count: number) {
  const { database, client } = world;
  await NotificationOutbox.create({ database, table }).add({
    transaction: client,
    now: world.clock.seconds * 1_000,
    notifications: Array.from({ length: count }, (_, index) => ({
      key: `event-${index}`,
      owners: ['group:default/shop'],
      title: `Event ${index}`,
      description: '',
      link: '/slos',
      severity: 'normal' as const,
      topic: 'slo-budget' as const,
    })),
  });
}

describe('NotificationSender', () => {
  it.each(databases.ids)(
    'sends each event once, with three senders at a time, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      await addEvents(world, 60);
      await addEvents(world, 60);
      world.send.mockImplementation(async content => {
        await new Promise(resolve => setTimeout(resolve, Math.random() * 8));
        world.sent.push(content);
      });

      const counts = await Promise.all(
        [world.sender(), world.sender(), world.sender()].map(sender =>
          sender.drain(world.signal),
        ),
      );

      expect(counts.reduce((sum, count) => sum + count)).toBe(60);
      expect(Math.max(...counts)).toBeLessThan(60);
      const scopes = world.sent.map(({ payload }) => payload.scope);
      expect(scopes).toHaveLength(60);
      expect(new Set(scopes).size).toBe(60);
      await expect(world.sender().drain(world.signal)).resolves.toBe(0);
    },
  );

  it.each(databases.ids)(
    'leaves what another holds, and sends again what one that was killed had sent, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      await addEvents(world, 1);
      const { database, clock } = world;
      // one that is killed between sending and writing so
      const claimed = await NotificationOutbox.create({
        database,
        table,
      }).claim(clock.seconds * 1_000);
      expect(claimed).toMatchObject({ key: 'event-0', attempts: 1 });

      await expect(world.sender().drain(world.signal)).resolves.toBe(0);
      clock.seconds += LEASE_MS / 1_000;
      await expect(world.sender().drain(world.signal)).resolves.toBe(1);
      // the same scope, by which the notifications plugin replaces the first
      expect(world.sent[0]).toEqual(claimed?.content);
      expect(world.sent[0].payload.scope).toBe('event-0');
    },
  );

  it('waits longer after each failure, and gives up after a day', async () => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    await addEvents(world, 1);
    world.send.mockRejectedValue(new Error('no such plugin'));
    const tries: number[] = [];
    const begin = world.clock.seconds;
    for (; world.clock.seconds < begin + 100_000; world.clock.seconds += 60) {
      const before = world.send.mock.calls.length;
      await world.sender().drain(world.signal);
      if (world.send.mock.calls.length > before) {
        tries.push((world.clock.seconds - begin) / 60);
      }
    }
    expect(tries.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(tries.at(-1)).toBeLessThanOrEqual(24 * 60);
    expect(tries.at(-1)).toBeGreaterThan(22 * 60);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      'Owners could not be told, which is given up',
      { event: 'event-0', error: 'no such plugin' },
    );
  });

  it('does not wait for an answer for ever', async () => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    await addEvents(world, 1);
    world.send.mockImplementationOnce(() => new Promise(() => {}));
    const impatient = world.sender({ timeoutMs: 200 });
    await expect(impatient.drain(world.signal)).resolves.toBe(0);
    expect(world.logger.info).toHaveBeenCalledWith(
      'Owners could not be told, it is tried again',
      { event: 'event-0', error: 'No answer within 0.2 seconds' },
    );
    world.clock.seconds += 60;
    await expect(world.sender().drain(world.signal)).resolves.toBe(1);
  });

  it('forgets what was sent long ago, and not what is still to be sent', async () => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    const { database, clock } = world;
    await addEvents(world, 2);
    const outbox = NotificationOutbox.create({ database, table });
    await world.client('slo_notification').where({ id: 2 }).update({
      due_at: Number.MAX_SAFE_INTEGER,
    });
    await world.sender().drain(world.signal);
    const now = clock.seconds * 1_000;
    await expect(outbox.forget(now)).resolves.toBe(0);
    await expect(outbox.forget(now + 1)).resolves.toBe(1);
    await expect(world.keys()).resolves.toEqual(['event-1']);
  });
});
