import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { importText, openMetrics } from './openMetrics';
import type { SampledSeries } from './SampledSeries';

const run = promisify(execFile);
/** Of a fifth of a second each, on the busiest machine. */
const READY_ATTEMPTS = 1_000;

/** Recording rules that have run over the series. */
export interface Recording {
  /** Rule files; each sees what the ones before it have recorded. */
  ruleFiles: readonly string[];
  /** Unix seconds of the first and the last evaluation. */
  from: number;
  to: number;
}

/** A real server that holds given series, on a free port of this machine. */
export class MetricsServer {
  readonly baseUrl: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  /**
   * Prometheus on blocks that promtool made of the series, and of what rules
   * record of them.
   */
  static async startPrometheus(options: {
    prometheus: string;
    promtool: string;
    series: readonly SampledSeries[];
    recording?: Recording;
  }): Promise<MetricsServer> {
    const { promtool, recording } = options;
    const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-prometheus-'));
    const text = path.join(folder, 'series.txt');
    const data = path.join(folder, 'data');
    await writeFile(text, openMetrics(options.series));
    await run(promtool, [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '-q', text, data],
    ]);
    for (const [index, rules] of (recording?.ruleFiles ?? []).entries()) {
      // The second of a minute at which a group is evaluated is a hash of its
      // file's path: a relative one is the same in every run.
      const file = `rules-${index}.yml`;
      const recorded = path.join(folder, `recorded-${index}`);
      await writeFile(path.join(folder, file), rules);
      const server = await this.#serve({ ...options, folder });
      const { from, to } = recording!;
      await run(
        promtool,
        [
          ...['tsdb', 'create-blocks-from', 'rules', '-q'],
          ...[`--url=${server.baseUrl}`, `--start=${from}`, `--end=${to}`],
          ...[`--output-dir=${recorded}`, file],
        ],
        { cwd: folder },
      );
      await server.#end();
      await cp(recorded, data, { recursive: true });
    }
    return this.#serve({ ...options, folder });
  }

  static async #serve(options: {
    prometheus: string;
    folder: string;
  }): Promise<MetricsServer> {
    const { prometheus, folder } = options;
    const data = path.join(folder, 'data');
    const config = path.join(folder, 'prometheus.yml');
    await writeFile(config, 'global: {}\n');
    return this.#start(folder, prometheus, port => [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ]);
  }

  /** VictoriaMetrics, into which the series are imported. */
  static async startVictoriaMetrics(options: {
    victoriaMetrics: string;
    series: readonly SampledSeries[];
  }): Promise<MetricsServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-victoria-'));
    const server = await this.#start(folder, options.victoriaMetrics, port => [
      `-storageDataPath=${path.join(folder, 'data')}`,
      '-retentionPeriod=100y',
      `-httpListenAddr=127.0.0.1:${port}`,
      '-loggerLevel=ERROR',
    ]);
    await fetch(`${server.baseUrl}/api/v1/import/prometheus`, {
      method: 'POST',
      body: importText(options.series),
    });
    await fetch(`${server.baseUrl}/internal/force_flush`);
    return server;
  }

  static async #start(
    folder: string,
    binary: string,
    argumentsFor: (port: number) => string[],
  ): Promise<MetricsServer> {
    const port = await freePort();
    const child = spawn(binary, argumentsFor(port), { stdio: 'ignore' });
    const server = new MetricsServer(port, child, folder);
    for (
      let attempt = 0;
      attempt < READY_ATTEMPTS && child.exitCode === null;
      attempt += 1
    ) {
      if (await server.#isReady()) {
        return server;
      }
      await sleep(200);
    }
    await server.stop();
    throw new Error(
      `${binary} did not become ready; run it by hand to see why`,
    );
  }

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.baseUrl = `http://127.0.0.1:${port}`;
    this.#process = child;
    this.#folder = folder;
  }

  /** Ends the process and removes its data. */
  async stop(): Promise<void> {
    await this.#end();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    if (this.#process.exitCode === null && !this.#process.signalCode) {
      const ended = new Promise(resolve => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
    }
  }

  async #isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.baseUrl}/api/v1/query?query=1`);
      return answer.ok;
    } catch {
      return false;
    }
  }
}

/**
 * A port of this machine that nobody listens on, below those that the system
 * hands out to others in the meantime.
 */
async function freePort(): Promise<number> {
  let reason = '';
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const fault = await new Promise<Error | undefined>(resolve => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    await new Promise(resolve => server.close(resolve));
    if (!fault) {
      return port;
    }
    reason = fault.message;
  }
  throw new Error(`No port is free on 127.0.0.1: ${reason}`);
}
