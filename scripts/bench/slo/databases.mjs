import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const { Client } = createRequire(import.meta.url)('pg');

/** Of every PostgreSQL database that a bench makes. */
export const BENCH_PREFIX = 'plimsoll_bench_';

/**
 * An empty SQLite directory and an empty PostgreSQL database for one bench.
 *
 * @param {{ env: NodeJS.ProcessEnv, runFolder: string, name: string }} options
 * @returns {Promise<{
 *   sqliteDirectory: string,
 *   postgresUrl: string,
 *   server: string,
 *   settings: { SQLite: object, PostgreSQL: object },
 * }>} settings: what knex is given for each, with as many connections as a
 *   plugin is advised to have
 */
export async function emptyDatabases({ env, runFolder, name }) {
  const directory = join(runFolder, `${name}-sqlite`);
  mkdirSync(directory, { recursive: true });
  const server = env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  const client = new Client(server);
  await client.connect();
  const database = `${BENCH_PREFIX}${name.toLowerCase()}`;
  await client.query(`DROP DATABASE IF EXISTS ${database}`);
  await client.query(`CREATE DATABASE ${database}`);
  // Only names of our own: the server may be one that a person chose.
  await client.query(`DROP DATABASE IF EXISTS ${BENCH_PREFIX}slo`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${database}`;
  const postgresUrl = String(url);
  return {
    sqliteDirectory: directory,
    postgresUrl,
    server,
    settings: {
      SQLite: {
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'bench.sqlite') },
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      },
      PostgreSQL: {
        client: 'pg',
        connection: postgresUrl,
        pool: { min: 0, max: 3 },
      },
    },
  };
}
