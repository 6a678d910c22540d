import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { binary } from './binaries';
import { freePort } from './freePort';
import { daysOf, type History } from './History';
import type { MetricsServer } from './MetricsServer';
import { scrapeConfig } from './scrapeConfig';
import { ServerProcess } from './ServerProcess';

/** A real VictoriaMetrics over a directory of its own. */
export class VictoriaMetrics implements MetricsServer {
  readonly url: string;
  readonly #directory: string;
  readonly #port: number;
  #process: ServerProcess | undefined;
  /** What it has not been told yet. */
  #history: History | undefined;

  static async create(options: {
    directory: string;
    history: History;
    exporterPort: number;
    scrapeSeconds: number;
  }): Promise<VictoriaMetrics> {
    const { directory, history } = options;
    await mkdir(directory, { recursive: true });
    await writeFile(
      join(directory, 'scrape.yml'),
      JSON.stringify(scrapeConfig(options)),
    );
    return new VictoriaMetrics({ directory, history, port: await freePort() });
  }

  private constructor(options: {
    directory: string;
    history: History;
    port: number;
  }) {
    this.#directory = options.directory;
    this.#history = options.history;
    this.#port = options.port;
    this.url = `http://127.0.0.1:${options.port}`;
  }

  /** The first time it is told its history as well. */
  async start(): Promise<void> {
    this.#process = await ServerProcess.start({
      name: 'VictoriaMetrics',
      program: binary('victoria-metrics'),
      args: [
        `-storageDataPath=${join(this.#directory, 'data')}`,
        '-retentionPeriod=60d',
        `-promscrape.config=${join(this.#directory, 'scrape.yml')}`,
        `-httpListenAddr=127.0.0.1:${this.#port}`,
        '-loggerLevel=ERROR',
      ],
      folder: this.#directory,
      readyUrl: `${this.url}/health`,
    });
    if (this.#history) {
      await this.#import(this.#history);
      this.#history = undefined;
    }
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
    this.#process = undefined;
  }

  async #import(history: History): Promise<void> {
    for (const body of daysOf(history, at => String(at * 1_000))) {
      const answer = await fetch(`${this.url}/api/v1/import/prometheus`, {
        method: 'POST',
        body,
      });
      if (!answer.ok) {
        throw new Error(`The import answered ${answer.status}`);
      }
    }
    await fetch(`${this.url}/internal/force_flush`);
  }
}
