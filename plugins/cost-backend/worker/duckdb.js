'use strict';

/*
 * DuckDB in a process of its own: it may be killed at any time, shares no
 * memory with the portal and knows nothing of it. It speaks lines of JSON: one
 * line with settings, then one line per statement. See src/duckdb/DuckDbProcess.
 */

const { once } = require('node:events');
const { constants, setPriority } = require('node:os');
const { createInterface } = require('node:readline');
const { DuckDBInstance } = require('@duckdb/node-api');

// what JSON has no number for goes as text: integers of 64 bits, decimals
const plain = (_, value) => (typeof value === 'bigint' ? String(value) : value);

/** Characters after which a batch of JSON ends: who reads it has turns to give. */
const BATCH_CHARACTERS = 16_000;

async function write(line) {
  if (!process.stdout.write(`${line}\n`)) {
    await once(process.stdout, 'drain');
  }
}

const say = message => write(JSON.stringify(message, plain));

const literal = text => `'${text.replaceAll("'", "''")}'`;

async function open({ files, memoryMiB, threads, spillDirectory, spillMiB }) {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMiB}MiB`,
    temp_directory: spillDirectory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    // what a step leaves is given back before the next one takes its own
    allocator_flush_threshold: '4MiB',
    allocator_bulk_deallocation_flush_threshold: '4MiB',
  });
  const connection = await instance.connect();
  // in this order: the last one forbids to take back the ones before
  await connection.run("set TimeZone = 'UTC'");
  await connection.run(`set max_temp_directory_size = '${spillMiB}MiB'`);
  await connection.run(`set allowed_paths = [${files.map(literal).join()}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return connection;
}

async function answer(connection, { sql, batch, isJson }) {
  let milliseconds = 0;
  const timed = async work => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      milliseconds += performance.now() - began;
    }
  };
  const result = await timed(() => connection.stream(sql));
  // DuckDB writes JSON ten times quicker than it can be made of values here
  const send = rows =>
    isJson
      ? write(`{"rows":[${rows.map(([text]) => text).join()}]}`)
      : say({ rows });
  let rows = [];
  let characters = 0;
  for (;;) {
    const chunk = await timed(() => result.fetchChunk());
    if (!chunk || chunk.rowCount === 0) {
      break;
    }
    for (const row of chunk.getRows()) {
      rows.push(row);
      characters += isJson ? row[0].length : 0;
      if (rows.length >= batch || characters >= BATCH_CHARACTERS) {
        await send(rows);
        rows = [];
        characters = 0;
      }
    }
  }
  if (rows.length > 0) {
    await send(rows);
  }
  await say({ done: true, seconds: milliseconds / 1000 });
}

/** The portal comes first, where there are not enough processors for both. */
function standBack() {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // not everywhere may one do so; then both are equal
  }
}

async function main() {
  standBack();
  let connection;
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    try {
      if (connection) {
        await answer(connection, message);
      } else {
        connection = await open(message);
        await say({ done: true, seconds: 0 });
      }
    } catch (error) {
      await say({ error: String(error.message) });
    }
  }
}

main().then(
  () => process.exit(0),
  () => process.exit(1),
);
