import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  IdleResource,
  UseEvidenceSource,
} from '@plimsoll/plugin-cost-node';
import { followSettings } from '../allocation/followSettings';
import type { CostDatabase } from '../database/CostDatabase';
import { bringForward } from '../leases/bringForward';
import { scheduleLeased } from '../leases/scheduleLeased';
import { UseStore } from './UseStore';

/** Until the catalog's services are known. */
const WITHOUT_SERVICES_SECONDS = 30;
/** Services of one change become known together, milliseconds. */
const SETTLE_MS = 60_000;
/** These questions are heavy: nobody asks them more often, milliseconds. */
const REPEAT_MS = 180_000;
const LEASE = 'cost-use';

/** @see UseTask */
export interface UseTaskOptions {
  database: CostDatabase;
  sources: readonly UseEvidenceSource[];
  logger: LoggerService;
  /** Called after new evidence was written. */
  onRead?(signal: AbortSignal): Promise<void>;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** Keeps what services really use, so that no page asks for it. */
export class UseTask {
  readonly #options: UseTaskOptions;
  readonly #store: UseStore;
  readonly #now: () => number;

  static create(options: UseTaskOptions): UseTask {
    return new UseTask(options);
  }

  private constructor(options: UseTaskOptions) {
    this.#options = options;
    this.#store = UseStore.create(options.database);
    this.#now = options.now ?? Date.now;
  }

  /** Lets one replica read every six hours, the first time after the catalog. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    if (this.#options.sources.length > 0) {
      await scheduleLeased({
        scheduler,
        client: this.#options.database.client,
        id: LEASE,
        everySeconds: 6 * 3_600,
        // the catalog's services must be known first, which takes a minute
        initialDelaySeconds: 75,
        fn: async signal =>
          (await this.run(signal)) ? undefined : WITHOUT_SERVICES_SECONDS,
      });
    }
  }

  /** Asks soon for services that became known, and not only in hours. */
  async servicesChanged(): Promise<void> {
    const { client } = this.#options.database;
    const now = this.#now();
    await followSettings({
      client,
      name: 'use-services',
      settings: await this.#entityRefs(),
      now,
      onChange: async trx => {
        const known = await trx('cost_use')
          .where('kind', 'container')
          .max('read_at as readAt')
          .first();
        await bringForward({
          client: trx,
          name: LEASE,
          dueAt: Math.max(
            now + SETTLE_MS,
            known?.readAt ? Number(known.readAt) + REPEAT_MS : 0,
          ),
          now,
        });
      },
    });
  }

  /**
   * Reads every source; one that fails stops no other.
   *
   * @returns whether there were services to ask for
   */
  async run(signal: AbortSignal): Promise<boolean> {
    const { sources, logger, onRead } = this.#options;
    const entityRefs = await this.#entityRefs();
    for (const source of sources) {
      try {
        const containers = await source.readContainers({ entityRefs, signal });
        const idle = await this.#readIdle(source, signal);
        signal.throwIfAborted();
        await this.#store.replace({
          source: source.name,
          containers,
          ...idle,
          now: this.#now(),
        });
      } catch (error) {
        signal.throwIfAborted();
        const { message } = toError(error);
        logger.warn(
          `What ${source.name} knows of use could not be read: ${message}`,
        );
        await this.#store.markFailing(source.name, message);
      }
    }
    await onRead?.(signal);
    return entityRefs.length > 0;
  }

  #entityRefs(): Promise<string[]> {
    return this.#options.database
      .client('service_index')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** A server that refuses these heavy questions still knows of containers. */
  async #readIdle(
    source: UseEvidenceSource,
    signal: AbortSignal,
  ): Promise<{ idle?: IdleResource[]; error?: string }> {
    try {
      return { idle: (await source.readIdleResources?.({ signal })) ?? [] };
    } catch (error) {
      signal.throwIfAborted();
      const { message } = toError(error);
      this.#options.logger.warn(
        `What ${source.name} knows of unused resources could not be read: ${message}`,
      );
      return { error: message };
    }
  }
}
