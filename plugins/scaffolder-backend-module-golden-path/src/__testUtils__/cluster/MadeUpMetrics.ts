import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A counter of one version of a service, or a gauge. */
export interface MadeUpSeries {
  /** As Prometheus writes it: `up{namespace="shop"}`. */
  series: string;
  /** What a counter grows by with every scrape. */
  grows?: number;
  /** What a gauge says. */
  is?: number;
}

/** A real Prometheus that scrapes what a test makes up, every second. */
export class MadeUpMetrics {
  readonly #folder = mkdtempSync(join(tmpdir(), 'metrics-'));
  readonly #counters = new Map<string, number>();
  #series: MadeUpSeries[] = [];
  #server: Server;
  #prometheus: ChildProcess | undefined;
  /** Of Prometheus. */
  url = '';

  static async start(): Promise<MadeUpMetrics> {
    const metrics = new MadeUpMetrics();
    await metrics.#start();
    return metrics;
  }

  private constructor() {
    this.#server = createServer((_, response) => {
      response.end(this.#scraped());
    });
  }

  /** From now on these are there besides those that were. */
  add(...series: MadeUpSeries[]): void {
    this.#series.push(...series);
  }

  /** A version with so many requests a scrape, of which some fail. */
  addVersion(options: {
    namespace: string;
    hash: string;
    requests: number;
    errors: number;
  }): void {
    const { namespace, hash, requests, errors } = options;
    const labels = `namespace="${namespace}",rollouts_pod_template_hash="${hash}"`;
    const service = `service="gift-cards",${labels}`;
    this.add(
      { series: `up{${labels}}`, is: 1 },
      {
        series: `http_requests_total{${service},code="200"}`,
        grows: requests - errors,
      },
      { series: `http_requests_total{${service},code="500"}`, grows: errors },
      ...['0.1', '+Inf'].map(le => ({
        series: `http_request_duration_seconds_bucket{${service},le="${le}"}`,
        grows: requests,
      })),
    );
  }

  async stop(): Promise<void> {
    this.#prometheus?.kill();
    await new Promise(resolve => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #scraped(): string {
    return this.#series
      .map(({ series, grows, is }) => {
        const value = is ?? this.#counters.get(series) ?? 0;
        this.#counters.set(series, value + (grows ?? 0));
        return `${series} ${value}\n`;
      })
      .join('');
  }

  async #start(): Promise<void> {
    const target = await listen(this.#server);
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const settings = join(this.#folder, 'prometheus.json');
    writeFileSync(
      settings,
      JSON.stringify({
        global: { scrape_interval: '1s' },
        scrape_configs: [
          {
            job_name: 'made-up',
            honor_labels: true,
            static_configs: [{ targets: [`127.0.0.1:${target}`] }],
          },
        ],
      }),
    );
    this.#prometheus = spawn(
      process.env.PROMETHEUS_BIN ?? 'prometheus',
      [
        `--config.file=${settings}`,
        `--storage.tsdb.path=${join(this.#folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    for (let tries = 0; tries < 400; tries++) {
      const answer = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw new Error('Prometheus did not start');
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise(resolve => server.close(resolve));
  return port;
}
