import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { addDays } from '@plimsoll/plugin-cost-common';
import type { ClusterShareSource } from '@plimsoll/plugin-cost-node';
import type { CostDatabase } from '../database/CostDatabase';
import { scheduleLeased } from '../leases/scheduleLeased';
import { ShareStore } from './ShareStore';

/** Days of a new source that are read: what servers keep, and then some. */
const HISTORY_DAYS = 92;
/** Days that are read again, since clusters report late. */
const LATE_DAYS = 2;
/** Days that are read and written at once. */
const CHUNK_DAYS = 7;

/** @see ShareTask */
export interface ShareTaskOptions {
  database: CostDatabase;
  sources: readonly ClusterShareSource[];
  logger: LoggerService;
  /** Called after a source was read. */
  onRead?(): void;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Keeps how the nodes of clusters were shared, day by day, so that no page
 * asks a cluster. Each chunk of days is written in one transaction, and marks
 * its months where anything changed.
 */
export class ShareTask {
  readonly #options: ShareTaskOptions;
  readonly #now: () => number;
  readonly #store: ShareStore;

  static create(options: ShareTaskOptions): ShareTask {
    return new ShareTask(options);
  }

  private constructor(options: ShareTaskOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#store = ShareStore.create(options.database);
  }

  /** Lets one replica read every hour, the first time at once. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    if (this.#options.sources.length > 0) {
      await scheduleLeased({
        scheduler,
        client: this.#options.database.client,
        id: 'cost-shares',
        everySeconds: 3_600,
        fn: signal => this.run(signal),
      });
    }
  }

  /** Reads what is missing of every source; one that fails stops no other. */
  async run(signal: AbortSignal): Promise<void> {
    const { sources, logger } = this.#options;
    for (const source of sources) {
      try {
        await this.#read(source, signal);
        this.#options.onRead?.();
      } catch (error) {
        signal.throwIfAborted();
        const { message } = toError(error);
        logger.warn(
          `The shares of ${source.name} could not be read: ${message}`,
        );
        await this.#store.markFailing(source.name, message);
      }
    }
  }

  async #read(source: ClusterShareSource, signal: AbortSignal): Promise<void> {
    const { historyDays = HISTORY_DAYS } = source;
    const today = new Date(this.#now()).toISOString().slice(0, 10);
    const earliest = addDays(today, -historyDays);
    const through = await this.#store.readThrough({ source, since: earliest });
    const again = through && addDays(through, 1 - LATE_DAYS);
    const from = again && again > earliest ? again : earliest;
    // Newest first would leave a hole when it is stopped; so oldest first.
    for (const chunk of weeksOf({ from, to: today })) {
      const use = await source.readUse({ ...chunk, signal });
      signal.throwIfAborted();
      await this.#store.replace({
        source,
        ...chunk,
        use,
        now: this.#now(),
      });
    }
    await this.#store.markCaughtUp(source.name, this.#now());
  }
}

/** A stretch of days in pieces, oldest first; `to` is exclusive. */
function* weeksOf(stretch: {
  from: string;
  to: string;
}): Generator<{ from: string; to: string }> {
  let { from } = stretch;
  while (from < stretch.to) {
    const end = addDays(from, CHUNK_DAYS);
    yield { from, to: end < stretch.to ? end : stretch.to };
    from = end;
  }
}
