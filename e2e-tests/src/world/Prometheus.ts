import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { binary } from './binaries';
import { freePort } from './freePort';
import { daysOf, type History } from './History';
import type { MetricsServer } from './MetricsServer';
import { scrapeConfig } from './scrapeConfig';
import { ServerProcess } from './ServerProcess';

const run = promisify(execFile);

/** Rules, and who is told what they find. */
export interface Alerting {
  rulesFile: string;
  alertmanagerPort: number;
  /** How soon it tells again what still fires, 60 by default. */
  resendSeconds?: number;
}

/** A real Prometheus over a directory of its own. */
export class Prometheus implements MetricsServer {
  readonly port: number;
  readonly #directory: string;
  readonly #resendSeconds: number;
  #process: ServerProcess | undefined;

  static async create(options: {
    directory: string;
    history?: History;
    exporterPort: number;
    scrapeSeconds: number;
    alerting?: Alerting;
  }): Promise<Prometheus> {
    const { directory, history, alerting } = options;
    await mkdir(join(directory, 'data'), { recursive: true });
    if (history) {
      await writeBlocks(directory, history);
    }
    await writeFile(
      join(directory, 'prometheus.yml'),
      JSON.stringify({
        global: { evaluation_interval: '1s' },
        ...scrapeConfig(options),
        ...(alerting && {
          rule_files: [alerting.rulesFile],
          alerting: {
            alertmanagers: [
              {
                static_configs: [
                  { targets: [`127.0.0.1:${alerting.alertmanagerPort}`] },
                ],
              },
            ],
          },
        }),
      }),
    );
    return new Prometheus({ ...options, port: await freePort() });
  }

  private constructor(options: {
    directory: string;
    port: number;
    alerting?: Alerting;
  }) {
    this.#directory = options.directory;
    this.port = options.port;
    this.#resendSeconds = options.alerting?.resendSeconds ?? 60;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#process = await ServerProcess.start({
      name: 'Prometheus',
      program: binary('prometheus'),
      args: [
        `--config.file=${join(this.#directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(this.#directory, 'data')}`,
        '--storage.tsdb.retention.time=60d',
        `--web.listen-address=127.0.0.1:${this.port}`,
        '--web.enable-lifecycle',
        `--rules.alert.resend-delay=${this.#resendSeconds}s`,
        '--log.level=warn',
      ],
      folder: this.#directory,
      readyUrl: `${this.url}/-/ready`,
    });
  }

  /** Reads its rules again; fails where it refuses them. */
  async reload(): Promise<void> {
    const answer = await fetch(`${this.url}/-/reload`, { method: 'POST' });
    if (!answer.ok) {
      throw new Error(await answer.text());
    }
  }

  /** What it says about its rules, by their names. */
  async rules(): Promise<{ name: string; health: string }[]> {
    const answer = await fetch(`${this.url}/api/v1/rules`);
    const { data } = (await answer.json()) as {
      data: { groups: { rules: { name: string; health: string }[] }[] };
    };
    return data.groups.flatMap(({ rules }) => rules);
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
    this.#process = undefined;
  }
}

/** A file a day: promtool reads a whole one again for every two hours in it. */
async function writeBlocks(directory: string, history: History) {
  const file = join(directory, 'history.txt');
  for (const lines of daysOf(history, at => String(at))) {
    await writeFile(file, `# TYPE http_requests counter\n${lines}# EOF\n`);
    await run(binary('promtool'), [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '-q'],
      file,
      join(directory, 'data'),
    ]);
  }
  await rm(file);
}
