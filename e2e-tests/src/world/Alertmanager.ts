import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { binary } from './binaries';
import { freePort } from './freePort';
import { ServerProcess } from './ServerProcess';
import { withTemplates } from './withTemplates';

/** Who is told, and by which bearer token. */
export interface Webhook {
  url: string;
  token: string;
}

/** A real Alertmanager that delivers to webhooks. */
export class Alertmanager {
  readonly port: number;
  readonly #directory: string;
  #process: ServerProcess | undefined;

  static async create(options: {
    directory: string;
    webhooks: Webhook[];
    groupIntervalSeconds: number;
    /** A free one by default. */
    port?: number;
  }): Promise<Alertmanager> {
    const { directory, webhooks, groupIntervalSeconds } = options;
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
            webhook_configs: webhooks.map(({ url, token }) => ({
              url,
              send_resolved: true,
              max_alerts: 0,
              http_config: {
                authorization: { type: 'Bearer', credentials: token },
              },
            })),
          },
        ],
      }),
    );
    return new Alertmanager(directory, options.port ?? (await freePort()));
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
    this.#process = await ServerProcess.start({
      name: 'Alertmanager',
      program: await withTemplates({ binary: binary('alertmanager'), folder }),
      args: [
        `--config.file=${join(folder, 'alertmanager.yml')}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${this.port}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ],
      folder,
      readyUrl: `${this.url}/-/ready`,
    });
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
    await this.#process?.kill();
    this.#process = undefined;
  }
}
