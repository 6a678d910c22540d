import { join } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { findFreePort } from '../process/ports.mjs';
import { readTail } from '../process/readTail.mjs';
import { runOrFail } from '../process/run.mjs';
import { startGuarded } from '../process/startGuarded.mjs';
import { paths } from '../setup/paths.mjs';
import { bringPostgresProgram } from './postgresProgram.mjs';
import { placeForPostgres } from './postgresPlace.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Fast and forgetful: the data does not outlive the run. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
];

/**
 * Starts a PostgreSQL 18 of its own on a free port of the loopback interface,
 * unless the environment names one. It is stopped and its data removed with
 * this process.
 *
 * @param {{ env: NodeJS.ProcessEnv, installEnv: NodeJS.ProcessEnv, runFolder: string }} options
 * @returns {Promise<NodeJS.ProcessEnv>} its address, under Backstage's own name
 *   for it
 * @throws {ProgramMissing} when npm has none for this machine
 */
export async function startPostgres({ env, installEnv, runFolder }) {
  if (env[VARIABLE]) {
    return { [VARIABLE]: env[VARIABLE] };
  }
  const carried = await bringPostgresProgram({ installEnv });
  const { native, data, user } = placeForPostgres({
    native: carried,
    runFolder,
  });
  const program = {
    cwd: '/',
    env: {
      PATH: env.PATH,
      LD_LIBRARY_PATH: join(native, 'lib'),
      DYLD_LIBRARY_PATH: join(native, 'lib'),
      LC_ALL: 'C',
    },
    ...user,
  };
  await runOrFail({
    ...program,
    command: join(native, 'bin', 'initdb'),
    args: [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    log: join(paths.logs, 'initdb.log'),
    failure: "PostgreSQL's folder for the tests could not be made.",
  });
  const port = await findFreePort();
  const log = join(paths.logs, 'postgres.log');
  const server = startGuarded({
    ...program,
    command: join(native, 'bin', 'postgres'),
    args: [
      '-D',
      data,
      '-p',
      String(port),
      ...SETTINGS.flatMap(setting => ['-c', setting]),
    ],
    log,
    stopSignal: 'SIGINT',
  });
  await waitUntilReady({ log, server });
  return { [VARIABLE]: `postgresql://postgres@127.0.0.1:${port}` };
}

async function waitUntilReady({ log, server }) {
  let running = true;
  server.exited.then(() => {
    running = false;
  });
  const deadline = Date.now() + 30_000;
  while (!/ready to accept connections/.test(readTail(log, { lines: 5 }))) {
    if (!running || Date.now() > deadline) {
      throw new Sentence('PostgreSQL for the tests did not start.', {
        details: readTail(log, { lines: 25 }),
      });
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
