import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { Sentence } from '../../console/Sentence.mjs';
import { placeForPostgres } from '../../peers/postgresPlace.mjs';
import { bringPostgresProgram } from '../../peers/postgresProgram.mjs';
import { findFreePort } from '../../process/ports.mjs';
import { onStop } from '../../process/stopping.mjs';

const { Client } = createRequire(import.meta.url)('pg');

/**
 * A PostgreSQL of the bench's own that waits for the disk at each commit, unlike
 * the one of the tests, and that may be stopped without a warning.
 */
export class DurablePostgres {
  #program;
  #port;
  #child;

  /**
   * @param {{ runFolder: string, installEnv: NodeJS.ProcessEnv }} options
   * @throws {import('../../peers/ProgramMissing.mjs').ProgramMissing} when npm
   *   has none for this machine
   */
  static async start({ runFolder, installEnv }) {
    const carried = await bringPostgresProgram({ installEnv });
    const program = placeForPostgres({ native: carried, runFolder });
    const server = new DurablePostgres(program, await findFreePort());
    await server.#run('initdb', [
      `--pgdata=${program.data}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
    ]);
    await server.#boot();
    onStop(() => server.stop());
    return server;
  }

  constructor(program, port) {
    this.#program = program;
    this.#port = port;
  }

  /** Address of an empty database of this name. */
  async database(name) {
    const client = new Client(this.#url('postgres'));
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return this.#url(name);
  }

  /** As after a crash: every process ends at once, the log is replayed. */
  async crash() {
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    // what `pg_ctl stop -m immediate` sends
    this.#child.kill('SIGQUIT');
    await ended;
    await this.#boot();
  }

  async stop() {
    if (this.#child?.exitCode === null) {
      const ended = new Promise(resolve => this.#child.once('exit', resolve));
      this.#child.kill('SIGINT');
      await ended;
    }
  }

  #url(name) {
    return `postgresql://postgres@127.0.0.1:${this.#port}/${name}`;
  }

  async #boot() {
    this.#child = this.#spawn('postgres', [
      '-D',
      this.#program.data,
      '-p',
      String(this.#port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ]);
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const client = new Client(this.#url('postgres'));
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await sleep(100);
      }
    }
    throw new Sentence('PostgreSQL did not start for this bench.');
  }

  async #run(name, args) {
    const child = this.#spawn(name, args);
    const code = await new Promise(resolve => child.once('exit', resolve));
    if (code !== 0) {
      throw new Sentence(`${name} ended with ${code}.`);
    }
  }

  #spawn(name, args) {
    const { native, user } = this.#program;
    return spawn(join(native, 'bin', name), args, {
      cwd: '/',
      env: {
        PATH: process.env.PATH,
        LD_LIBRARY_PATH: join(native, 'lib'),
        DYLD_LIBRARY_PATH: join(native, 'lib'),
        LC_ALL: 'C',
      },
      stdio: 'ignore',
      ...user,
    });
  }
}
