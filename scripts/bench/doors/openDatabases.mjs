import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DurablePostgres } from './DurablePostgres.mjs';

/**
 * Both databases, empty and durable, as knex takes them.
 *
 * @param {{ runFolder: string, installEnv: NodeJS.ProcessEnv, name: string }} options
 */
export async function openDatabases({ runFolder, installEnv, name }) {
  const folder = join(runFolder, name);
  mkdirSync(folder, { recursive: true });
  const postgres = await DurablePostgres.start({
    runFolder: folder,
    installEnv,
  });
  return {
    postgres,
    databases: {
      SQLite: {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'stability.sqlite') },
      },
      PostgreSQL: {
        client: 'pg',
        connection: await postgres.database('plimsoll_bench_doors'),
        pool: { min: 0, max: 5 },
      },
    },
  };
}
