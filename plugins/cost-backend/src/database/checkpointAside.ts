import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { sqlDialectOf } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/** Pages after which SQLite copies them into the file by itself; its default. */
const AUTOMATIC_PAGES = 1_000;

/**
 * KiB of pages that a transaction may hold back, of 16 MiB otherwise: all that
 * it holds back is written at once when it commits, and nobody is answered.
 */
const CACHED_KIB = 2_000;

/** Copies what is written from the log into the file, in its own connection. */
const CHECKPOINT = `
const { workerData } = require('node:worker_threads');
const Database = require(workerData.engine);
const database = new Database(workerData.filename);
database.pragma('wal_checkpoint(passive)');
database.close();
`;

/**
 * Does work that writes much to SQLite, so that the end of a large transaction
 * is short: what it writes goes to the log on the way, and another thread copies
 * it into the file. That alone takes a quarter of a second, for which this
 * thread would answer nobody.
 */
export async function checkpointAside<TResult>(
  client: Knex,
  work: () => Promise<TResult>,
): Promise<TResult> {
  const filename = filenameOf(client);
  if (filename === undefined) {
    return work();
  }
  const [{ cache_size: cached }] = await client.raw('pragma cache_size');
  await client.raw('pragma wal_autocheckpoint = 0');
  await client.raw(`pragma cache_size = -${CACHED_KIB}`);
  try {
    return await work();
  } finally {
    await client.raw(`pragma cache_size = ${cached}`);
    await runAside(filename);
    await client.raw(`pragma wal_autocheckpoint = ${AUTOMATIC_PAGES}`);
  }
}

/** Of a database that is a file. */
function filenameOf(client: Knex): string | undefined {
  if (sqlDialectOf(client, { pluginId: 'cost' }) !== 'sqlite') {
    return undefined;
  }
  const { connection } = client.client.config;
  const filename =
    typeof connection === 'string' ? connection : connection?.filename;
  return filename && !filename.includes(':memory:') ? filename : undefined;
}

/** Where it cannot be done, SQLite does it by itself later. */
async function runAside(filename: string): Promise<void> {
  // the one that knex uses
  const engine = createRequire(require.resolve('knex')).resolve(
    'better-sqlite3',
  );
  await new Promise<void>(resolve => {
    const worker = new Worker(CHECKPOINT, {
      eval: true,
      workerData: { filename, engine },
    });
    worker.once('error', () => resolve());
    worker.once('exit', () => resolve());
  });
}
