import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { parse, stringify } from 'yaml';
import { findProgram } from '../../__testUtils__/findProgram';
import { alertmanagerHere } from './alertmanagerHere';
import { freePort } from './freePort';
import { ReceiverSink } from './ReceiverSink';
import { RunningProgram } from './RunningProgram';

/** A recording or alerting rule, as Prometheus tells of it. */
export interface LoadedRule {
  name: string;
  health: string;
  lastError?: string;
}

/**
 * A real Prometheus that scrapes a service and has loaded the rules of its
 * repository, and a real Alertmanager with the repository's routes. Only what
 * sends messages out of the machine is put in the receivers' places.
 */
export class Watchers {
  readonly sink: ReceiverSink;
  readonly #prometheus: RunningProgram;
  readonly #alertmanager: RunningProgram;
  readonly #url: string;

  /** What this machine lacks to watch a service, in a sentence. */
  static get missing(): string | undefined {
    const absent = ['prometheus', 'alertmanager'].filter(
      name => !findProgram(name),
    );
    return absent.length
      ? `${absent.join(
          ' and ',
        )} not found: set PROMETHEUS_BIN and ALERTMANAGER_BIN, or run npm test, which brings them`
      : undefined;
  }

  /** @param options.repository - folder of the rendered service */
  static async start(options: {
    repository: string;
    /** Where data and settings go. */
    folder: string;
    servicePort: number;
    /** Where the Prometheus is to listen. */
    prometheusPort: number;
  }): Promise<Watchers> {
    const { repository, folder, servicePort, prometheusPort } = options;
    await mkdir(folder, { recursive: true });
    const sink = await ReceiverSink.start();
    const alertmanager = await startAlertmanager({ repository, folder, sink });
    const settings = join(folder, 'prometheus.yaml');
    await writeFile(
      settings,
      stringify({
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        rule_files: ['*.yaml', 'fleet/*.yaml'].map(files =>
          join(repository, 'chart/alerts', files),
        ),
        alerting: {
          alertmanagers: [
            {
              static_configs: [{ targets: [`127.0.0.1:${alertmanager.port}`] }],
            },
          ],
        },
        scrape_configs: [
          {
            job_name: 'service',
            honor_labels: true,
            static_configs: [{ targets: [`127.0.0.1:${servicePort}`] }],
          },
        ],
      }),
    );
    const url = `http://127.0.0.1:${prometheusPort}`;
    const prometheus = RunningProgram.start({
      command: programOf('prometheus'),
      args: [
        `--config.file=${settings}`,
        `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
      ],
      folder,
    });
    await prometheus.waitFor(`${url}/-/ready`);
    const watchers = new Watchers(sink, prometheus, alertmanager.program, url);
    await watchers.#waitForScrape();
    return watchers;
  }

  private constructor(
    sink: ReceiverSink,
    prometheus: RunningProgram,
    alertmanager: RunningProgram,
    url: string,
  ) {
    this.sink = sink;
    this.#prometheus = prometheus;
    this.#alertmanager = alertmanager;
    this.#url = url;
  }

  /** Values of the series that a query finds, by their labels as JSON. */
  async query(query: string): Promise<number[]> {
    const { result } = await this.#ask<{
      result: { value: [number, string] }[];
    }>(`query?query=${encodeURIComponent(query)}`);
    return result.map(({ value }) => Number(value[1]));
  }

  async rules(): Promise<LoadedRule[]> {
    const { groups } = await this.#ask<{ groups: { rules: LoadedRule[] }[] }>(
      'rules',
    );
    return groups.flatMap(({ rules }) => rules);
  }

  async stop(): Promise<void> {
    await this.#prometheus.stop();
    await this.#alertmanager.stop();
    await this.sink.stop();
  }

  /** @throws what Prometheus says, where it cannot read what the service exposes */
  async #waitForScrape(): Promise<void> {
    for (;;) {
      const { activeTargets } = await this.#ask<{
        activeTargets: { health: string; lastError: string }[];
      }>('targets');
      const [target] = activeTargets;
      if (target?.health === 'up') {
        return;
      }
      if (target?.health === 'down') {
        await this.stop();
        throw new Error(`Prometheus cannot scrape: ${target.lastError}`);
      }
      await sleep(200);
    }
  }

  async #ask<Data>(path: string): Promise<Data> {
    const response = await fetch(`${this.#url}/api/v1/${path}`);
    const { data, error } = (await response.json()) as {
      data: Data;
      error?: string;
    };
    if (error) {
      throw new Error(`Prometheus refuses ${path}: ${error}`);
    }
    return data;
  }
}

async function startAlertmanager(options: {
  repository: string;
  folder: string;
  sink: ReceiverSink;
}) {
  const { repository, folder, sink } = options;
  const written = parse(
    await readFile(
      join(repository, 'chart/alerts/routes/alertmanager.yaml'),
      'utf8',
    ),
  ) as {
    route: object;
    inhibit_rules: object[];
    receivers: { name: string }[];
  };
  const settings = join(folder, 'alertmanager.yaml');
  await writeFile(
    settings,
    stringify({
      route: written.route,
      inhibit_rules: written.inhibit_rules,
      receivers: written.receivers.map(({ name }) => ({
        name,
        webhook_configs: [{ url: sink.url }],
      })),
    }),
  );
  const port = await freePort();
  const program = RunningProgram.start({
    command: await alertmanagerHere({
      program: programOf('alertmanager'),
      folder,
    }),
    args: [
      `--config.file=${settings}`,
      `--storage.path=${join(folder, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    folder,
  });
  await program.waitFor(`http://127.0.0.1:${port}/-/ready`);
  return { program, port };
}

function programOf(name: string): string {
  const found = findProgram(name);
  if (!found) {
    throw new NotFoundError(Watchers.missing ?? name);
  }
  return found;
}
