import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { CountingWriter } from './__testUtils__/CountingWriter';
import { draftDelivery } from './__testUtils__/drafts';
import {
  countingWorker,
  type InboxProcessOptions,
  openInbox,
} from './__testUtils__/inboxProcess';
import { DatabaseInbox } from './DatabaseInbox';

const DELIVERIES = 60;
/** Effects before each death: in the first, a middle and a late batch. */
const DEATHS = [1, 12, 33];

describe('a process that is killed', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();
  let files = 0;

  /** A database that several processes may open. */
  async function knexConfig(
    id: (typeof databases.ids)[number],
  ): Promise<Knex.Config> {
    if (id === 'SQLITE_3') {
      files++;
      return {
        client: 'better-sqlite3',
        connection: { filename: directory.resolve(`inbox-${files}.sqlite`) },
      };
    }
    const client = await (await databases.service(id)).getClient();
    const { connection } = client.client.config;
    return { client: 'pg', connection, pool: { min: 0, max: 3 } };
  }

  /** Runs a process until it ends, and kills it when it has said enough. */
  function run(options: InboxProcessOptions, killAfterLines = Infinity) {
    return new Promise<{ signal: string | null; said: string[] }>(
      (resolve, reject) => {
        const child = spawn(
          process.execPath,
          [
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
            require.resolve('./__testUtils__/inboxProcess'),
            JSON.stringify(options),
          ],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        );
        let output = '';
        child.stdout.on('data', data => {
          output += String(data);
          if (output.split('\n').length > killAfterLines) {
            child.kill('SIGKILL');
          }
        });
        child.on('error', reject);
        child.on('close', (_, signal) =>
          // a line that broke off was not said
          resolve({ signal, said: output.split('\n').slice(0, -1) }),
        );
      },
    );
  }

  it.each(databases.ids)(
    'between effect and mark loses nothing and doubles nothing, %s',
    async id => {
      const knex = await knexConfig(id);
      const database = await openInbox(knex);
      await CountingWriter.prepare(database.client);
      const inbox = DatabaseInbox.create({ database });
      const keys = Array.from(
        { length: DELIVERIES },
        (_, index) => `d-${index}`,
      );
      await inbox.acceptMany(keys.map(key => draftDelivery(key)));

      for (const dieAfter of DEATHS) {
        const { signal } = await run({ knex, role: 'work', dieAfter });
        expect(signal).toBe('SIGKILL');
      }
      const left = await countingWorker(database).drain();

      const counts = await CountingWriter.counts(database.client);
      expect(left).toBeLessThan(DELIVERIES);
      expect([...counts.keys()].sort()).toEqual(
        keys.map(key => `poll:${key}`).sort(),
      );
      expect(new Set(counts.values())).toEqual(new Set([1]));
      await expect(
        database.client('stability_inbox').where({ state: 'done' }),
      ).resolves.toHaveLength(DELIVERIES);
      await database.client.destroy();
    },
  );

  it.each(databases.ids)(
    'while it takes in has kept all that it answered for, %s',
    async id => {
      const knex = await knexConfig(id);
      const database = await openInbox(knex);

      const { signal, said } = await run(
        { knex, role: 'accept', prefix: 'a' },
        150,
      );

      expect(signal).toBe('SIGKILL');
      expect(said.length).toBeGreaterThanOrEqual(150);
      const rows = await database
        .client('stability_inbox')
        .select('delivery_key');
      const kept = new Set(rows.map(row => row.delivery_key));
      expect(said.filter(key => !kept.has(key))).toEqual([]);
      await database.client.destroy();
    },
  );
});
