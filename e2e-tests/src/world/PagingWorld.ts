import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PipelineApi } from '../portal/PipelineApi';
import { Portal } from '../portal/Portal';
import { StabilityApi } from '../portal/StabilityApi';
import { Alertmanager } from './Alertmanager';
import { createServices } from './Counters';
import { startExporter } from './exporter';
import { freePort } from './freePort';
import { pagingCatalog } from './pagingCatalog';
import { Prometheus } from './Prometheus';
import { Receiver } from './Receiver';

const HOUR = 3_600;
const SCRAPE_SECONDS = 15;
const PAGE_TOKEN = 'e2e-receiver-is-no-secret';
const DOOR_TOKEN = 'e2e-alertmanager-is-no-secret';
const PIPELINE_TOKEN = 'e2e-pipeline-is-no-secret';

/**
 * A service whose budget burns, a real Prometheus that holds its last hours and
 * waits for rules, a real Alertmanager that pages somebody and tells the portal,
 * and the portal, which makes the rules.
 */
export class PagingWorld {
  readonly portal: Portal;
  readonly prometheus: Prometheus;
  readonly receiver: Receiver;
  readonly stability: StabilityApi;
  /** May read objectives, and nothing else. */
  readonly pipeline: PipelineApi;
  readonly #rulesFile: string;
  readonly #stops: (() => unknown)[];

  static async start(): Promise<PagingWorld> {
    const directory = await mkdtemp(join(tmpdir(), 'plimsoll-paging-'));
    const now = Math.floor(Date.now() / 1_000);
    const since = now - 4 * HOUR;
    const services = [createServices({ since, now }).burning];
    const receiver = await Receiver.start({ token: PAGE_TOKEN });
    const exporter = await startExporter(services, { since });
    const rulesFile = join(directory, 'rules.yml');
    const alertmanagerPort = await freePort();
    const prometheus = await Prometheus.create({
      directory: join(directory, 'prometheus'),
      history: {
        services,
        from: since,
        to: now,
        since,
        scrapeSeconds: SCRAPE_SECONDS,
      },
      exporterPort: exporter.port,
      scrapeSeconds: SCRAPE_SECONDS,
      // Seconds after a reload it does not know its Alertmanagers yet, and what
      // fires then is told when it is told again.
      alerting: { rulesFile, alertmanagerPort, resendSeconds: 5 },
    });
    const portal = await createPortal({
      directory,
      prometheusUrl: prometheus.url,
      runbookUrl: receiver.runbookUrl('burning'),
    });
    const alertmanager = await Alertmanager.create({
      directory: join(directory, 'alertmanager'),
      port: alertmanagerPort,
      webhooks: [
        { url: receiver.webhookUrl, token: PAGE_TOKEN },
        {
          url: `${portal.url}/api/stability/webhooks/alertmanager`,
          token: DOOR_TOKEN,
        },
      ],
      groupIntervalSeconds: 5,
    });
    const world = new PagingWorld({
      portal,
      prometheus,
      receiver,
      rulesFile,
      stops: [
        () => portal.stop(),
        () => alertmanager.kill(),
        () => prometheus.kill(),
        exporter.stop,
        () => receiver.stop(),
        () => rm(directory, { recursive: true, force: true }),
      ],
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
    prometheus: Prometheus;
    receiver: Receiver;
    rulesFile: string;
    stops: (() => unknown)[];
  }) {
    const { portal } = options;
    this.portal = portal;
    this.prometheus = options.prometheus;
    this.receiver = options.receiver;
    this.stability = new StabilityApi(portal.url);
    this.pipeline = new PipelineApi(portal.url, PIPELINE_TOKEN);
    this.#rulesFile = options.rulesFile;
    this.#stops = options.stops;
  }

  /** Hands rules to Prometheus; fails where it refuses them. */
  async load(rules: string): Promise<void> {
    await writeFile(this.#rulesFile, rules);
    await this.prometheus.reload();
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) {
      await stop();
    }
  }
}

async function createPortal(options: {
  directory: string;
  prometheusUrl: string;
  runbookUrl: string;
}): Promise<Portal> {
  const { directory, prometheusUrl, runbookUrl } = options;
  const target = join(directory, 'catalog.yaml');
  await writeFile(
    target,
    pagingCatalog({ runbookUrl })
      .map(entity => JSON.stringify(entity))
      .join('\n---\n'),
  );
  return Portal.create({
    directory: join(directory, 'portal'),
    config: () => ({
      backend: {
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: PIPELINE_TOKEN, subject: 'rules-pipeline' },
              accessRestrictions: [
                { plugin: 'slo', permission: 'slo.objective.read' },
              ],
            },
          ],
        },
      },
      catalog: {
        locations: [
          { type: 'file', target, rules: [{ allow: ['User', 'Group'] }] },
        ],
      },
      cost: { demo: false, sources: null },
      slo: {
        sources: {
          prometheus: { type: 'prometheus', baseUrl: prometheusUrl },
        },
      },
      stability: {
        demo: false,
        webhooks: { alertmanager: { secrets: [DOOR_TOKEN] } },
      },
    }),
  });
}
