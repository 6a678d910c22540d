import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { binary } from './binaries';
import { freePort } from './freePort';

const run = promisify(execFile);

/** A real Prometheus over a directory of its own; may be killed and restarted. */
export class Prometheus {
  readonly port: number;
  readonly #directory: string;
  #process: ChildProcess | undefined;

  static async create(options: {
    directory: string;
    /** OpenMetrics text that becomes its history. */
    historyFiles: string[];
    exporterPort: number;
    scrapeSeconds: number;
    /** Rules, and who is told what they find. */
    alerting?: { rulesFile: string; alertmanagerPort: number };
  }): Promise<Prometheus> {
    const data = join(options.directory, 'data');
    await mkdir(data, { recursive: true });
    for (const file of options.historyFiles) {
      await run(binary('promtool'), [
        ...['tsdb', 'create-blocks-from', 'openmetrics', '-q', file, data],
      ]);
    }
    await writeFile(
      join(options.directory, 'prometheus.yml'),
      `global: { scrape_interval: ${
        options.scrapeSeconds
      }s, evaluation_interval: 1s }
scrape_configs:
  - job_name: shop
    honor_labels: true
    static_configs:
      - targets: ['127.0.0.1:${options.exporterPort}']
${alertingConfig(options.alerting)}`,
    );
    return new Prometheus(options.directory, await freePort());
  }

  private constructor(directory: string, port: number) {
    this.#directory = directory;
    this.port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#process = spawn(
      binary('prometheus'),
      [
        `--config.file=${join(this.#directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(this.#directory, 'data')}`,
        '--storage.tsdb.retention.time=60d',
        `--web.listen-address=127.0.0.1:${this.port}`,
        '--log.level=warn',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const ready = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error('Prometheus was not ready after 60 s');
  }

  /** Ends it the hard way, as a machine does that loses its power. */
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

function alertingConfig(
  alerting: { rulesFile: string; alertmanagerPort: number } | undefined,
): string {
  return alerting
    ? `rule_files: ['${alerting.rulesFile}']
alerting:
  alertmanagers:
    - static_configs:
        - targets: ['127.0.0.1:${alerting.alertmanagerPort}']
`
    : '';
}
