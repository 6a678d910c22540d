import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Portal } from '../portal/Portal';
import { SloApi } from '../portal/SloApi';
import { createServices, type Services } from './Counters';
import { documentsOn } from './documentsOn';
import { startExporter } from './exporter';
import type { History } from './History';
import type { MetricsServer } from './MetricsServer';
import { Prometheus } from './Prometheus';
import { VictoriaMetrics } from './VictoriaMetrics';

const DAY = 86_400;
const HISTORY_SCRAPE_SECONDS = 60;
const LIVE_SCRAPE_SECONDS = 5;
const CATALOG = resolve(__dirname, '../../catalog');

/**
 * The servers that the truth is read from, and what the names of documents end
 * with that are measured there.
 */
export const TRUTH_SERVERS = {
  Prometheus: { source: 'prometheus', suffix: '' },
  VictoriaMetrics: { source: 'victoria', suffix: '-victoria' },
} as const;

export type TruthServer = keyof typeof TRUTH_SERVERS;

/** VictoriaMetrics takes part where there is one. */
export function takesPart(server: TruthServer): boolean {
  return (
    server === 'Prometheus' || process.env.VICTORIA_METRICS_BIN !== undefined
  );
}

/**
 * A portal on real servers whose history is known event by event: 33 days made
 * by promtool or imported, and the same counters scraped from then on. Each
 * server is a source of its own, with the same objectives.
 */
export class TruthWorld {
  readonly services: Services;
  readonly servers: ReadonlyMap<TruthServer, MetricsServer>;
  readonly portal: Portal;
  readonly api: SloApi;
  readonly #directory: string;
  readonly #stopExporter: () => Promise<unknown>;

  static async start(): Promise<TruthWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'plimsoll-e2e-'));
    const now = Math.floor(Date.now() / 60_000) * 60;
    const since = now - 33 * DAY;
    const services = createServices({ since, now });
    const all = Object.values(services);
    const exporter = await startExporter(all, { since });
    const servers = await createServers({
      directory,
      exporterPort: exporter.port,
      history: {
        services: all,
        from: since,
        to: now,
        since,
        scrapeSeconds: HISTORY_SCRAPE_SECONDS,
      },
    });
    const portal = await createPortal({ directory, servers });
    const world = new TruthWorld({
      services,
      servers,
      portal,
      directory,
      stopExporter: exporter.stop,
    });
    try {
      await Promise.all(Array.from(servers.values(), one => one.start()));
      await portal.start();
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  private constructor(options: {
    services: Services;
    servers: ReadonlyMap<TruthServer, MetricsServer>;
    portal: Portal;
    directory: string;
    stopExporter: () => Promise<unknown>;
  }) {
    this.services = options.services;
    this.servers = options.servers;
    this.portal = options.portal;
    this.api = new SloApi(options.portal.url);
    this.#directory = options.directory;
    this.#stopExporter = options.stopExporter;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await Promise.all(Array.from(this.servers.values(), one => one.kill()));
    await this.#stopExporter();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

async function createServers(options: {
  directory: string;
  exporterPort: number;
  history: History;
}): Promise<ReadonlyMap<TruthServer, MetricsServer>> {
  const { directory } = options;
  const scraped = { ...options, scrapeSeconds: LIVE_SCRAPE_SECONDS };
  const servers = new Map<TruthServer, MetricsServer>();
  servers.set(
    'Prometheus',
    await Prometheus.create({
      ...scraped,
      directory: join(directory, 'prometheus'),
    }),
  );
  if (takesPart('VictoriaMetrics')) {
    servers.set(
      'VictoriaMetrics',
      await VictoriaMetrics.create({
        ...scraped,
        directory: join(directory, 'victoria'),
      }),
    );
  }
  return servers;
}

async function createPortal(options: {
  directory: string;
  servers: ReadonlyMap<TruthServer, MetricsServer>;
}): Promise<Portal> {
  const { directory } = options;
  const servers = Array.from(options.servers, ([name, { url }]) => ({
    ...TRUTH_SERVERS[name],
    url,
  }));
  const targets = [join(CATALOG, 'all.yaml')];
  for (const { source, suffix } of servers.filter(one => one.suffix)) {
    const target = join(directory, `${source}.yaml`);
    await writeFile(
      target,
      await documentsOn({
        file: join(CATALOG, 'slos.yaml'),
        source,
        suffix,
      }),
    );
    targets.push(target);
  }
  return Portal.create({
    directory: join(directory, 'portal'),
    config: () => ({
      catalog: {
        locations: targets.map(target => ({
          type: 'file',
          target,
          rules: [{ allow: ['User', 'Group', 'SLO'] }],
        })),
      },
      // Nothing of the demo world: only what these servers say.
      stability: { demo: false },
      cost: { demo: false, sources: null },
      slo: {
        timeZone: 'UTC',
        sources: Object.fromEntries(
          servers.map(({ source, url }) => [
            source,
            { type: 'prometheus', baseUrl: url },
          ]),
        ),
        backfill: { queriesPerSecond: 20 },
      },
    }),
  });
}
