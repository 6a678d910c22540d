import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';

/** What one pass over the catalog found. @public */
export interface FollowResult {
  /** Entities that were read. */
  found: number;
  /** Whether the mirror had to be changed. */
  changed: boolean;
}

/** Pause after a first pass that failed; doubles up to `SETTLE_MS`. */
const FIRST_RETRY_MS = 500;
/** Pause while the catalog is still filling. */
const SETTLE_MS = 5_000;
/** A catalog that still changes after this is followed at the usual pace. */
const SETTLE_FOR_MS = 120_000;

/**
 * Keeps a mirror of catalog entities up to date: soon after the start, while
 * the catalog is still coming up and filling, then at a fixed pace by one
 * replica at a time.
 *
 * @public
 */
export class CatalogFollower {
  readonly #options: Parameters<typeof CatalogFollower.create>[0];
  readonly #stop = new AbortController();

  /**
   * @param options.id - names the scheduled task
   * @param options.follow - one idempotent pass; throws when it could not be
   * finished
   * @param options.everySeconds - pace of the scheduled task, 60 by default
   */
  static create(options: {
    id: string;
    follow(options: { signal: AbortSignal }): Promise<FollowResult>;
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    logger: LoggerService;
    everySeconds?: number;
  }): CatalogFollower {
    return new CatalogFollower(options);
  }

  private constructor(options: Parameters<typeof CatalogFollower.create>[0]) {
    this.#options = options;
  }

  /** Schedules the passes; the first one starts when the backend is up. */
  async start(): Promise<void> {
    const {
      id,
      follow,
      scheduler,
      lifecycle,
      everySeconds = 60,
    } = this.#options;
    lifecycle.addStartupHook(() => {
      // Not awaited: the start of the backend does not wait for the catalog.
      this.settle();
    });
    lifecycle.addShutdownHook(() => this.#stop.abort());
    await scheduler.scheduleTask({
      id,
      frequency: { seconds: everySeconds },
      initialDelay: { seconds: everySeconds },
      timeout: { seconds: 60 },
      scope: 'global',
      fn: async signal => {
        await follow({ signal });
      },
    });
  }

  /**
   * Passes in quick succession until one has succeeded and the next one has
   * found nothing new, or until two minutes are over.
   */
  async settle(): Promise<void> {
    const { signal } = this.#stop;
    const deadline = Date.now() + SETTLE_FOR_MS;
    let retryMs = FIRST_RETRY_MS;
    while (!signal.aborted && Date.now() < deadline) {
      const result = await this.#pass(signal);
      if (result && result.found > 0 && !result.changed) {
        return;
      }
      await sleep(result ? SETTLE_MS : retryMs, undefined, {
        signal,
        ref: false,
      }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, SETTLE_MS);
    }
  }

  async #pass(signal: AbortSignal): Promise<FollowResult | undefined> {
    const { id, follow, logger } = this.#options;
    try {
      return await follow({ signal });
    } catch (error) {
      logger.debug(`First pass of '${id}' is tried again: ${error}`);
      return undefined;
    }
  }
}
