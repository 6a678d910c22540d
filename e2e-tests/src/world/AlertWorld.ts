import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Portal } from '../portal/Portal';
import { StabilityApi } from '../portal/StabilityApi';
import { Alertmanager } from './Alertmanager';
import { Prometheus } from './Prometheus';

const TOKEN = 'e2e-alertmanager-is-no-secret';

const RULES = {
  groups: [
    {
      name: 'shop',
      rules: [
        {
          alert: 'ErrorsHigh',
          expr: 'shop_failing > 0',
          for: '1s',
          labels: { severity: 'critical', environment: 'production' },
          annotations: {
            summary: '{{ $labels.service }} fails for its users',
            runbook_url: 'https://runbooks.example.com/errors',
          },
        },
      ],
    },
  ],
};

/**
 * A service that fails when it is told to, a real Prometheus that sees it, a
 * real Alertmanager that tells it, and the portal.
 */
export class AlertWorld {
  readonly portal: Portal;
  readonly alertmanager: Alertmanager;
  readonly api: StabilityApi;
  readonly #prometheus: Prometheus;
  readonly #exporter: Server;
  readonly #failing: Set<string>;
  readonly #directory: string;

  static async start(): Promise<AlertWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'plimsoll-alerts-'));
    const failing = new Set<string>();
    const exporter = createServer((_request, response) => {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(
        ['busy', 'quiet']
          .map(
            name =>
              `shop_failing{service="${name}"} ${failing.has(name) ? 1 : 0}\n`,
          )
          .join(''),
      );
    });
    await new Promise<void>(done => {
      exporter.listen(0, '127.0.0.1', done);
    });
    const portal = await Portal.create({
      directory: join(directory, 'portal'),
      config: () => ({
        catalog: {
          locations: [
            {
              type: 'file',
              target: resolve(__dirname, '../../catalog/all.yaml'),
              rules: [{ allow: ['User', 'Group'] }],
            },
          ],
        },
        stability: {
          demo: false,
          webhooks: { alertmanager: { secrets: [TOKEN] } },
        },
      }),
    });
    const alertmanager = await Alertmanager.create({
      directory: join(directory, 'alertmanager'),
      webhooks: [
        {
          url: `${portal.url}/api/stability/webhooks/alertmanager`,
          token: TOKEN,
        },
      ],
      groupIntervalSeconds: 10,
    });
    const rulesFile = join(directory, 'rules.yml');
    await writeFile(rulesFile, JSON.stringify(RULES));
    const prometheus = await Prometheus.create({
      directory: join(directory, 'prometheus'),
      exporterPort: (exporter.address() as AddressInfo).port,
      scrapeSeconds: 1,
      alerting: { rulesFile, alertmanagerPort: alertmanager.port },
    });
    const world = new AlertWorld({
      portal,
      alertmanager,
      prometheus,
      exporter,
      failing,
      directory,
    });
    try {
      await Promise.all([prometheus.start(), alertmanager.start()]);
      await portal.start();
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  private constructor(options: {
    portal: Portal;
    alertmanager: Alertmanager;
    prometheus: Prometheus;
    exporter: Server;
    failing: Set<string>;
    directory: string;
  }) {
    this.portal = options.portal;
    this.alertmanager = options.alertmanager;
    this.api = new StabilityApi(options.portal.url);
    this.#prometheus = options.prometheus;
    this.#exporter = options.exporter;
    this.#failing = options.failing;
    this.#directory = options.directory;
  }

  /** A service begins to fail. */
  breaks(service: string): void {
    this.#failing.add(service);
  }

  mends(service: string): void {
    this.#failing.delete(service);
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.alertmanager.kill();
    await this.#prometheus.kill();
    this.#exporter.closeAllConnections();
    this.#exporter.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
