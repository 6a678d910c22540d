import createKnex from 'knex';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from './__testUtils__/testDatabases';
import {
  insertObjectives,
  objectiveDefinition,
} from './__testUtils__/insertObjectives';
import { openSloDatabase } from './SloDatabase';
import { patientTransaction } from './patientTransaction';

const PATIENCE = 'idle_in_transaction_session_timeout';

describe('patientTransaction', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)('does the work, or none of it, %s', async id => {
    const database = await databases.create(id);
    const add = (name: string) => ({
      name,
      type: 'fake',
      demo: false,
      up: true,
    });
    await expect(
      patientTransaction({ database }, async transaction => {
        await transaction('slo_source').insert(add('kept'));
        return 'done';
      }),
    ).resolves.toBe('done');
    await expect(
      patientTransaction({ database }, async transaction => {
        await transaction('slo_source').insert(add('lost'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');

    await expect(database.client('slo_source').pluck('name')).resolves.toEqual([
      'kept',
    ]);
  });

  // SQLite has one process
  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`lets go of what a replica holds that has stopped in the middle of it, ${id}`, async () => {
      const database = await databases.create(id);
      await insertObjectives({
        database,
        definitions: [objectiveDefinition()],
      });
      const { connection } = database.client.client.config;
      // of its own, since the server ends the connection
      const sleeping = createKnex({ client: 'pg', connection });
      const sleeper = await openSloDatabase({
        database: { getClient: async () => sleeping },
      });
      const free = () =>
        database.client('slo_objective').select('id').forUpdate().skipLocked();
      let wake = () => {};
      let stop = () => {};
      const stopped = new Promise<void>(resolve => {
        stop = resolve;
      });
      const asleep = patientTransaction(
        { database: sleeper, patienceMs: 60_000 },
        async transaction => {
          await transaction('slo_objective').select('id').forUpdate();
          await expect(free()).resolves.toEqual([]);
          const { rows } = await transaction.raw(`show ${PATIENCE}`);
          expect(rows).toEqual([{ [PATIENCE]: '1min' }]);
          // instead of waiting for so long
          await transaction.raw(`set local ${PATIENCE} = 1`);
          stop();
          await new Promise<void>(resolve => {
            wake = resolve;
          });
          await transaction('slo_objective').update({ due_at: 1 });
        },
      );
      asleep.catch(() => {});
      await Promise.race([stopped, asleep]);
      await waitUntil(
        'the objective to be free',
        async () => (await free()).length > 0,
      );
      wake();

      await expect(asleep).rejects.toThrow();
      await expect(
        database.client('slo_objective').pluck('due_at'),
      ).resolves.toEqual(['0']);
      await sleeping.destroy();
    });
  }
});
