import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';

/** States that need a person. */
const STUCK = ['unmatched', 'dead'] as const;

/** What lies in the inbox. */
export interface InboxLevels {
  /** Deliveries that wait to be read. */
  waiting: number;
  /** Milliseconds since the oldest of them was received; 0 without any. */
  oldestMs: number;
  /** Deliveries that match no service for certain. */
  unmatched: number;
  /** Deliveries that cannot be read or written. */
  dead: number;
}

/** Tells as metrics how full the inbox is. */
export class InboxHealth {
  readonly #client: Knex;
  readonly #now: () => number;
  readonly #record: (levels: InboxLevels) => void;

  /** @param options.now - Unix milliseconds; the clock by default */
  static create(options: {
    client: Knex;
    metrics: MetricsService;
    now?: () => number;
  }): InboxHealth {
    return new InboxHealth(options);
  }

  private constructor(options: Parameters<typeof InboxHealth.create>[0]) {
    const { client, metrics, now = Date.now } = options;
    this.#client = client;
    this.#now = now;
    const waiting = metrics.createGauge('inbox.waiting', {
      description: 'Deliveries that wait to be read',
      unit: '{delivery}',
    });
    const oldest = metrics.createGauge('inbox.waiting.age', {
      description: 'How long the longest waiting delivery has waited',
      unit: 's',
    });
    const stuck = metrics.createGauge<{ state: (typeof STUCK)[number] }>(
      'inbox.stuck',
      { description: 'Deliveries that need a person', unit: '{delivery}' },
    );
    this.#record = levels => {
      waiting.record(levels.waiting);
      oldest.record(levels.oldestMs / 1000);
      STUCK.forEach(state => stuck.record(levels[state], { state }));
    };
  }

  /** One replica looks, every minute. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'report-inbox-levels',
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
  async report(): Promise<InboxLevels> {
    const rows: Array<{ state: string; total: number | string }> =
      await this.#client('stability_inbox')
        .select('state')
        .count({ total: '*' })
        .whereIn('state', ['waiting', ...STUCK])
        .groupBy('state');
    const totals = new Map(rows.map(row => [row.state, Number(row.total)]));
    const [{ at }] = await this.#client('stability_inbox')
      .where('state', 'waiting')
      .min({ at: 'received_at' });
    const levels: InboxLevels = {
      waiting: totals.get('waiting') ?? 0,
      oldestMs: at === null ? 0 : Math.max(0, this.#now() - Number(at)),
      unmatched: totals.get('unmatched') ?? 0,
      dead: totals.get('dead') ?? 0,
    };
    this.#record(levels);
    return levels;
  }
}
