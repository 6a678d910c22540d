import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { freePort } from '../world/freePort';

const ROOT = resolve(__dirname, '../../..');

/** The real portal: its backend, which serves the built front end as well. */
export class Portal {
  readonly url: string;
  readonly #directory: string;
  #process: ChildProcess | undefined;

  static async create(options: {
    directory: string;
    /** Settings on top of app-config.yaml; of its own are ports and database. */
    config: (options: { port: number }) => {
      backend?: object;
      [part: string]: unknown;
    };
  }): Promise<Portal> {
    await mkdir(options.directory, { recursive: true });
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const config = options.config({ port });
    await writeFile(
      join(options.directory, 'app-config.yaml'),
      JSON.stringify({
        // A bill of its own: the one below data/ is that of `npm start`.
        cost: {
          sources: {
            bill: {
              type: 'demo-bill',
              directory: join(options.directory, 'bill'),
            },
          },
        },
        ...config,
        app: { baseUrl: url },
        backend: {
          ...config.backend,
          baseUrl: url,
          listen: { port, host: '127.0.0.1' },
          cors: { origin: url },
          database: {
            client: 'better-sqlite3',
            connection: { directory: join(options.directory, 'db') },
          },
        },
      }),
    );
    return new Portal(options.directory, url);
  }

  private constructor(directory: string, url: string) {
    this.#directory = directory;
    this.url = url;
  }

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        // As 'package start' does, but without starting again when a file of
        // the checkout changes while tests run.
        '--require',
        join(ROOT, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        '--config',
        join(ROOT, 'app-config.yaml'),
        '--config',
        join(this.#directory, 'app-config.yaml'),
      ],
      {
        cwd: join(ROOT, 'packages/backend'),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'info' },
      },
    );
    this.#process = child;
    const log = createWriteStream(this.logFile, { flags: 'a' });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);

    const deadline = Date.now() + 600_000;
    let failed = false;
    child.stderr?.on('data', text => {
      failed ||= String(text).includes('Backend startup failed');
    });
    child.stdout?.on('data', text => {
      failed ||= String(text).includes('Backend startup failed');
    });
    while (Date.now() < deadline && child.exitCode === null && !failed) {
      const ready = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise(done => setTimeout(done, 300));
    }
    throw new Error(`The portal did not start; its log is ${this.logFile}`);
  }

  get logFile(): string {
    return join(this.#directory, 'portal.log');
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.pid && child.exitCode === null) {
      const ended = new Promise(done => child.once('exit', done));
      process.kill(-child.pid, 'SIGTERM');
      await Promise.race([
        ended,
        new Promise(done => setTimeout(done, 10_000)).then(() =>
          child.exitCode === null ? process.kill(-child.pid!, 'SIGKILL') : true,
        ),
      ]);
    }
  }
}
