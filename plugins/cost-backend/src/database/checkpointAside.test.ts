import { statSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { checkpointAside } from './checkpointAside';
import { openCostDatabase } from './CostDatabase';

const databases = createTestDatabases();

describe('checkpointAside', () => {
  const directory = createMockDirectory();

  it('brings into the file what was written, though SQLite does not by itself', async () => {
    const filename = directory.resolve('cost.sqlite');
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    try {
      const { client } = await openCostDatabase({
        database: { getClient: async () => knex },
      });
      const pragma = async (name: string) => {
        const [row] = await client.raw(`pragma ${name}`);
        return Object.values(row)[0];
      };
      const automatic = () => pragma('wal_autocheckpoint');
      const cached = await pragma('cache_size');
      expect(cached).toBe(-16_000);
      const before = statSync(filename).size;
      const result = await checkpointAside(client, async () => {
        await expect(automatic()).resolves.toBe(0);
        await expect(pragma('cache_size')).resolves.toBe(-2_000);
        await client.transaction(async trx => {
          for (let n = 0; n < 100; n++) {
            await trx('cost_poll').insert({
              name: `much ${n}`,
              state: 'x'.repeat(50_000),
            });
          }
        });
        expect(statSync(filename).size - before).toBeLessThan(1_000_000);
        return 'done';
      });
      expect(result).toBe('done');
      expect(statSync(filename).size - before).toBeGreaterThan(4_000_000);
      await expect(automatic()).resolves.toBe(1_000);
      await expect(pragma('cache_size')).resolves.toBe(cached);
      await expect(
        checkpointAside(client, async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await expect(automatic()).resolves.toBe(1_000);
    } finally {
      await knex.destroy();
    }
  });

  it.each(databases.ids)('has nothing to do without a file, %s', async id => {
    const { client } = await databases.create(id);
    const asked: string[] = [];
    client.on('query', ({ sql }: { sql: string }) => asked.push(sql));
    await expect(checkpointAside(client, async () => 7)).resolves.toBe(7);
    expect(asked).toEqual([]);
  });
});
