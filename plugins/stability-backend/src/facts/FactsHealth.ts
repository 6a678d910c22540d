import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';

/** Facts that are older than this are told in the log, milliseconds. */
const LATE_MS = 2 * 60_000;

/** How far the facts are behind what was observed. */
export interface FactsLag {
  /** Services that wait to be folded. */
  services: number;
  /** Milliseconds that the longest waiting one has waited. */
  oldestMs: number;
  /** Deliveries that wait to be read. */
  deliveries: number;
}

/** Tells in the log and as metrics when facts fall behind. */
export class FactsHealth {
  readonly #client: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #record: (lag: FactsLag) => void;

  /** @param options.now - Unix milliseconds; the clock by default */
  static create(options: {
    client: Knex;
    logger: LoggerService;
    metrics: MetricsService;
    now?: () => number;
  }): FactsHealth {
    return new FactsHealth(options);
  }

  private constructor(options: Parameters<typeof FactsHealth.create>[0]) {
    const { client, logger, metrics, now = Date.now } = options;
    this.#client = client;
    this.#logger = logger;
    this.#now = now;
    const services = metrics.createGauge('services.waiting', {
      description: 'Services whose facts are behind',
      unit: '{service}',
    });
    const oldest = metrics.createGauge('facts.lag', {
      description: 'How long the longest waiting service has waited',
      unit: 's',
    });
    this.#record = lag => {
      services.record(lag.services);
      oldest.record(lag.oldestMs / 1000);
    };
  }

  /** One replica looks, every minute. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'report-facts-lag',
      frequency: { minutes: 1 },
      initialDelay: { minutes: 1 },
      timeout: { seconds: 30 },
      scope: 'global',
      fn: async () => {
        await this.report();
      },
    });
  }

  /** Looks once. */
  async report(): Promise<FactsLag> {
    const now = this.#now();
    const [dirty] = await this.#client('stability_dirty')
      .where('due_at', '<=', now)
      .count({ services: '*' })
      .min({ since: 'since' });
    const [inbox] = await this.#client('stability_inbox')
      .where('state', 'waiting')
      .count({ deliveries: '*' });
    const lag: FactsLag = {
      services: Number(dirty.services),
      oldestMs: dirty.since === null ? 0 : now - Number(dirty.since),
      deliveries: Number(inbox.deliveries),
    };
    this.#record(lag);
    if (lag.oldestMs > LATE_MS) {
      this.#logger.warn(
        `Stability facts are ${Math.round(lag.oldestMs / 1000)} s behind`,
        { ...lag },
      );
    }
    return lag;
  }
}
