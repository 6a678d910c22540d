import { ConfigReader } from '@backstage/config';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { draftDelivery } from './__testUtils__/drafts';
import { DatabaseInbox } from './DatabaseInbox';
import { retentionTask } from './retentionTask';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);

const days = (keepDays?: number) =>
  new ConfigReader({ stability: { inbox: { keepDays } } });

describe('retentionTask', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)('forgets what is old and was read, %s', async id => {
    const database = await databases.create(id);
    const inbox = DatabaseInbox.create({ database });
    const old = NOW - 31 * DAY;
    await inbox.acceptMany([
      ...Array.from({ length: 1_500 }, (_, index) => ({
        ...draftDelivery(`old-${index}`),
        receivedAt: old,
      })),
      { ...draftDelivery('young'), receivedAt: NOW - 29 * DAY },
    ]);
    await database.client('stability_inbox').update({ state: 'done' });
    await inbox.accept({ ...draftDelivery('waiting'), receivedAt: old });

    await retentionTask({ config: days(30), database, now: () => NOW }).run({
      state: undefined,
      signal: new AbortController().signal,
    });

    const rows = await database.client('stability_inbox').orderBy('id');
    expect(rows.map(row => row.delivery_key)).toEqual(['waiting', 'young']);
  });

  it('keeps to the instant, and stops when it is told to', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database });
    const edge = NOW - 30 * DAY;
    for (const [key, receivedAt] of [
      ['edge', edge],
      ['over', edge - 1],
    ] as const) {
      await inbox.accept({ ...draftDelivery(key), receivedAt });
    }
    await database.client('stability_inbox').update({ state: 'dead' });
    const task = retentionTask({
      config: days(30),
      database,
      now: () => NOW,
    });
    const keys = () =>
      database.client('stability_inbox').orderBy('id').pluck('delivery_key');

    const stopped = AbortSignal.abort();
    await task.run({ state: 'kept', signal: stopped });
    expect(await keys()).toEqual(['over', 'edge']);
    await expect(
      task.run({ state: 'kept', signal: new AbortController().signal }),
    ).resolves.toEqual({ deliveries: [], state: 'kept' });
    expect(await keys()).toEqual(['edge']);
  });

  it('refuses to forget what may still be sent again', async () => {
    const database = await databases.create('SQLITE_3');

    expect(() => retentionTask({ config: days(29), database })).toThrow(
      'stability.inbox.keepDays is 29: at least 30 are needed',
    );
    expect(() => retentionTask({ config: days(), database })).not.toThrow();
  });
});
