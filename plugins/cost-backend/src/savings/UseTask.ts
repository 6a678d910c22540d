import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  IdleResource,
  UseEvidenceSource,
} from '@plimsoll/plugin-cost-node';
import type { CostDatabase } from '../database/CostDatabase';
import { scheduleLeased } from '../leases/scheduleLeased';
import { UseStore } from './UseStore';

/** Until the catalog's services are known. */
const WITHOUT_SERVICES_SECONDS = 30;

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
        id: 'cost-use',
        everySeconds: 6 * 3_600,
        // the catalog's services must be known first, which takes a minute
        initialDelaySeconds: 75,
        fn: async signal =>
          (await this.run(signal)) ? undefined : WITHOUT_SERVICES_SECONDS,
      });
    }
  }

  /**
   * Reads every source; one that fails stops no other.
   *
   * @returns whether there were services to ask for
   */
  async run(signal: AbortSignal): Promise<boolean> {
    const { database, sources, logger, onRead } = this.#options;
    const entityRefs: string[] = await database
      .client('service_index')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .pluck('entity_ref');
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
