import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { askToReadAgain, readAgainTask } from './readAgainTask';

const NOW = Date.UTC(2026, 10, 20);

describe('readAgainTask', () => {
  const databases = createTestDatabases();
  const signal = new AbortController().signal;

  const filled = async (
    id: (typeof databases.ids)[number],
    states: string[],
  ) => {
    const database = await databases.create(id);
    const { client } = database;
    await client.batchInsert(
      'stability_inbox',
      states.map((state, index) => ({
        id: String(index).padStart(6, '0'),
        source: 'github',
        delivery_key: `${index}`,
        body: Buffer.from('{}'),
        headers: '{}',
        received_at: 1,
        state,
        attempts: state === 'unreadable' ? 0 : 1,
        next_attempt_at: 1,
      })),
      50,
    );
    await client('stability_inbox')
      .where({ state: 'unreadable' })
      .update({ state: 'dead' });
    const onRequeued = jest.fn();
    return {
      client,
      onRequeued,
      task: readAgainTask({ database, onRequeued, now: () => NOW }),
      waiting: async () =>
        client('stability_inbox').where({ state: 'waiting' }).pluck('id'),
    };
  };

  it.each(databases.ids)(
    'reads everything again that was read, once for each time it is asked, %s',
    async id => {
      const { client, task, waiting, onRequeued } = await filled(id, [
        'done',
        'unmatched',
        'dead',
        'unreadable',
        'ignored',
      ]);
      await expect(task.run({ state: undefined, signal })).resolves.toEqual({
        deliveries: [],
        state: undefined,
      });
      expect(await waiting()).toEqual([]);

      await askToReadAgain({ client, now: NOW });
      await askToReadAgain({ client, now: NOW });
      await expect(
        task.run({ state: undefined, signal }),
      ).resolves.toMatchObject({ state: undefined });
      expect((await waiting()).sort()).toEqual([
        '000000',
        '000001',
        '000002',
        '000004',
      ]);
      expect(onRequeued).toHaveBeenCalledTimes(1);
      await client('stability_inbox')
        .where({ state: 'waiting' })
        .update({ state: 'done' });
      await task.run({ state: undefined, signal });
      expect(await waiting()).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'goes on in portions, and waits while much else does, %s',
    async id => {
      const { client, task, waiting } = await filled(
        id,
        Array.from({ length: 5_600 }, () => 'done'),
      );
      await askToReadAgain({ client, now: NOW });
      const first = await task.run({ state: undefined, signal });
      expect(first.state).toBe('004999');
      expect(await waiting()).toHaveLength(5_000);
      const busy = await task.run({ state: first.state, signal });
      expect(busy.state).toBe('004999');
      expect(await waiting()).toHaveLength(5_000);

      await client('stability_inbox').update({ state: 'done' });
      const last = await task.run({ state: busy.state, signal });
      expect(last.state).toBeUndefined();
      expect(await waiting()).toHaveLength(600);
    },
  );
});
