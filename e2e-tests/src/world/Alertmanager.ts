import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { binary } from './binaries';
import { freePort } from './freePort';
import { withTemplates } from './withTemplates';

/** A real Alertmanager that delivers to the portal. */
export class Alertmanager {
  readonly port: number;
  readonly #directory: string;
  #process: ChildProcess | undefined;

  static async create(options: {
    directory: string;
    /** Of the webhook. */
    url: string;
    token: string;
    groupIntervalSeconds: number;
  }): Promise<Alertmanager> {
    const { directory, url, token, groupIntervalSeconds } = options;
    await mkdir(directory, { recursive: true });
    // as docs/senders.md of the stability backend says it, but in a hurry
    await writeFile(
      join(directory, 'alertmanager.yml'),
      JSON.stringify({
        route: {
          receiver: 'plimsoll',
          group_by: ['alertname', 'service'],
          group_wait: '1s',
          group_interval: `${groupIntervalSeconds}s`,
          repeat_interval: '1h',
        },
        receivers: [
          {
            name: 'plimsoll',
            webhook_configs: [
              {
                url,
                send_resolved: true,
                max_alerts: 0,
                http_config: {
                  authorization: { type: 'Bearer', credentials: token },
                },
              },
            ],
          },
        ],
      }),
    );
    return new Alertmanager(directory, await freePort());
  }

  private constructor(directory: string, port: number) {
    this.#directory = directory;
    this.port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const folder = this.#directory;
    this.#process = spawn(
      await withTemplates({ binary: binary('alertmanager'), folder }),
      [
        `--config.file=${join(folder, 'alertmanager.yml')}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${this.port}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const ready = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error('Alertmanager was not ready after 60 s');
  }

  /** How many deliveries it had to give up or try again. */
  async failedDeliveries(): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const lines = text.match(
      /^alertmanager_notification_requests_failed_total\{[^}]*webhook[^}]*\} (\S+)$/gm,
    );
    return (lines ?? []).reduce(
      (sum, line) => sum + Number(line.split(' ').at(-1)),
      0,
    );
  }

  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process && process.exitCode === null) {
      const ended = new Promise(resolve => process.once('exit', resolve));
      process.kill('SIGKILL');
      await ended;
    }
  }
}
