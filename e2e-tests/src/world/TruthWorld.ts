import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Portal } from '../portal/Portal';
import { SloApi } from '../portal/SloApi';
import { createServices, type Services } from './Counters';
import { startExporter } from './exporter';
import { writeHistory } from './openMetrics';
import { Prometheus } from './Prometheus';

const DAY = 86_400;
const HISTORY_SCRAPE_SECONDS = 60;
const LIVE_SCRAPE_SECONDS = 5;

/**
 * A portal on a real Prometheus whose history is known event by event: 33 days
 * made by promtool, and the same counters scraped from then on.
 */
export class TruthWorld {
  readonly services: Services;
  readonly prometheus: Prometheus;
  readonly portal: Portal;
  readonly api: SloApi;
  readonly since: number;
  readonly #directory: string;
  readonly #stopExporter: () => Promise<unknown>;

  static async start(): Promise<TruthWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'plimsoll-e2e-'));
    const now = Math.floor(Date.now() / 60_000) * 60;
    const since = now - 33 * DAY;
    const services = createServices({ since, now });
    const all = Object.values(services);
    const historyFiles = await writeHistory(directory, all, {
      from: since,
      to: now,
      since,
      scrapeSeconds: HISTORY_SCRAPE_SECONDS,
    });
    const exporter = await startExporter(all, { since });
    const prometheus = await Prometheus.create({
      directory,
      historyFiles,
      exporterPort: exporter.port,
      scrapeSeconds: LIVE_SCRAPE_SECONDS,
    });
    await prometheus.start();
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
        // Nothing of the demo world: only what this Prometheus says.
        stability: { demo: false },
        cost: { demo: false, sources: null },
        slo: {
          timeZone: 'UTC',
          sources: {
            prometheus: { type: 'prometheus', baseUrl: prometheus.url },
          },
          backfill: { queriesPerSecond: 20 },
        },
      }),
    });
    await portal.start();
    return new TruthWorld({
      services,
      prometheus,
      portal,
      since,
      directory,
      stopExporter: exporter.stop,
    });
  }

  private constructor(options: {
    services: Services;
    prometheus: Prometheus;
    portal: Portal;
    since: number;
    directory: string;
    stopExporter: () => Promise<unknown>;
  }) {
    this.services = options.services;
    this.prometheus = options.prometheus;
    this.portal = options.portal;
    this.api = new SloApi(options.portal.url);
    this.since = options.since;
    this.#directory = options.directory;
    this.#stopExporter = options.stopExporter;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.prometheus.kill();
    await this.#stopExporter();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
