import { randomUUID } from 'node:crypto';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  type BillDelivery,
  BillRefusedError,
  type BillSource,
} from '@plimsoll/plugin-cost-node';
import type { CostDatabase } from '../database/CostDatabase';
import { OUT_OF_MEMORY } from '../focus/refusalOf';
import { type ClaimedDelivery, DeliveryStore } from './DeliveryStore';
import { markGone } from './markGone';
import { importDelivery, shrunkFrom } from './importDelivery';
import { SHRUNK } from './refuseShrunk';
import { SourceStore } from './SourceStore';

/** How often sources are asked what they have. */
const LIST_EVERY = { minutes: 1 };
/** How often each replica looks whether something is to be read. */
const READ_EVERY = { seconds: 5 };
/** Longest reading; the engine ends sooner, see `limits.seconds`. */
const READ_TIMEOUT = { hours: 6 };
/** Milliseconds between two words that a reading goes on. */
const HEARTBEAT_MS = 15_000;
/** A delivery that cannot be read is tried again after a minute, then rarer. */
const RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;
/** A refusal that does not only depend on the delivery is looked at again. */
const RETRY_REFUSED_MS = 3_600_000;
/** Refusals for what else there is, or for what app-config allows. */
const RETRIED: readonly string[] = ['month-twice', OUT_OF_MEMORY, 'too-slow'];

/** @see BillImporter */
export interface BillImporterOptions {
  database: CostDatabase;
  sources: readonly BillSource[];
  /** `cost.tags`: tags that are kept in keys. */
  tags: readonly string[];
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Called after months changed, outside any transaction. */
  onImported(billingMonths: string[]): void;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Keeps bills as their sources have them: one replica lists what was
 * delivered, and every replica reads what is due, each delivery by one.
 */
export class BillImporter {
  readonly #options: BillImporterOptions;
  readonly #deliveries: DeliveryStore;
  readonly #sources: SourceStore;
  readonly #now: () => number;
  readonly #stopping = new AbortController();
  #reading: Promise<number> | undefined;
  /** Ids and versions that each source had when this replica asked it last. */
  readonly #seen = new Map<string, string>();

  static create(options: BillImporterOptions): BillImporter {
    return new BillImporter(options);
  }

  private constructor(options: BillImporterOptions) {
    const { database } = options;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#deliveries = DeliveryStore.create({
      client: database.client,
      owner: randomUUID(),
      now: this.#now,
    });
    this.#sources = SourceStore.create({ client: database.client });
  }

  /** Begins to list and to read, until {@link stop}. */
  async start(): Promise<void> {
    const { scheduler } = this.#options;
    if (this.#options.sources.length === 0) {
      return;
    }
    await scheduler.scheduleTask({
      id: 'cost-list-bills',
      frequency: LIST_EVERY,
      timeout: { seconds: 60 },
      initialDelay: { seconds: 1 },
      fn: signal => this.list(signal),
    });
    await scheduler.scheduleTask({
      id: 'cost-read-bills',
      scope: 'local',
      frequency: READ_EVERY,
      timeout: READ_TIMEOUT,
      initialDelay: { seconds: 3 },
      fn: async signal => {
        await this.readDue(signal);
      },
    });
  }

  /** Ends what is being read; it is read again from its beginning. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#reading?.catch(() => undefined);
  }

  /** Asks every source what it has, and marks what is new or changed. */
  async list(signal: AbortSignal = this.#stopping.signal): Promise<void> {
    for (const source of this.#options.sources) {
      try {
        const listed = await source.listDeliveries({ signal });
        const versions = await this.#deliveries.versions(source.name);
        const dueAt = this.#now();
        for (const { id, version } of listed) {
          if (!versions.get(id)?.includes(version)) {
            await this.#deliveries.enqueue({ source: source.name, id, dueAt });
          }
        }
        await this.#retryWhereChanged(source.name, listed);
        await markGone({
          client: this.#options.database.client,
          source: source.name,
          listed: new Set(listed.map(({ id }) => id)),
          now: dueAt,
        });
        await this.#sources.markListed(source.name);
      } catch (error) {
        if (signal.aborted || this.#stopping.signal.aborted) {
          return;
        }
        const { message } = toError(error);
        this.#options.logger.warn(
          `cost.sources.${source.name} cannot be listed: ${message}`,
        );
        await this.#sources.markFailing(source.name, message);
      }
    }
  }

  /** Another delivery, or another app-config, may be the mend of a refusal. */
  async #retryWhereChanged(
    name: string,
    listed: readonly BillDelivery[],
  ): Promise<void> {
    const seen = JSON.stringify(
      listed.map(({ id, version }) => [id, version]).sort(),
    );
    if (this.#seen.get(name) !== seen) {
      await this.#deliveries.retryRefused(name);
      this.#seen.set(name, seen);
    }
  }

  /**
   * Reads until nothing is due.
   *
   * @returns how many deliveries were taken
   */
  async readDue(signal: AbortSignal = this.#stopping.signal): Promise<number> {
    // two readings at a time would need twice the memory
    this.#reading ??= this.#readAll(
      AbortSignal.any([signal, this.#stopping.signal]),
    ).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAll(signal: AbortSignal): Promise<number> {
    const names = this.#options.sources.map(({ name }) => name);
    for (let taken = 0; ; taken += 1) {
      const claimed = signal.aborted
        ? undefined
        : await this.#deliveries.claim(names);
      if (!claimed) {
        return taken;
      }
      await this.#readOne(claimed, signal);
    }
  }

  async #readOne(claimed: ClaimedDelivery, signal: AbortSignal): Promise<void> {
    const { sources, logger, onImported } = this.#options;
    const source = sources.find(({ name }) => name === claimed.source)!;
    const heartbeat = setInterval(() => {
      this.#deliveries.renew(claimed).catch(() => undefined);
    }, HEARTBEAT_MS);
    let delivery: BillDelivery | undefined;
    try {
      const listed = await source.listDeliveries({ signal });
      delivery = listed.find(({ id }) => id === claimed.id);
      if (
        !delivery ||
        (delivery.version === claimed.version && !claimed.isRefused)
      ) {
        await this.#deliveries.forgetUnread(claimed);
        await this.#deliveries.release(claimed, { dueAt: undefined });
        return;
      }
      const { periods, hasLeft } = await importDelivery({
        ...this.#options,
        deliveries: this.#deliveries,
        sourceStore: this.#sources,
        now: this.#now(),
        source,
        claimed,
        delivery,
        listed: new Set(listed.map(({ id }) => id)),
        signal,
      });
      if (hasLeft) {
        await this.#deliveries.retryRefused(source.name);
      }
      onImported(
        [...new Set(periods.map(({ billingMonth }) => billingMonth))].sort(),
      );
    } catch (error) {
      await this.#noteFault({ claimed, delivery, error, signal });
    } finally {
      clearInterval(heartbeat);
    }
    logger.debug(`'${claimed.id}' of ${claimed.source} was looked at`);
  }

  async #noteFault(options: {
    claimed: ClaimedDelivery;
    delivery: BillDelivery | undefined;
    error: unknown;
    signal: AbortSignal;
  }): Promise<void> {
    const { claimed, delivery, error, signal } = options;
    const { logger } = this.#options;
    if (signal.aborted) {
      await this.#deliveries.release(claimed, { dueAt: this.#now() });
      return;
    }
    const name = `'${claimed.id}' of cost.sources.${claimed.source}`;
    if (error instanceof BillRefusedError && delivery) {
      const { message, faults } = error;
      logger.warn(
        `${name} was refused, what was read before stays: ${message}`,
      );
      const isOf = (rules: readonly string[]) =>
        faults.some(({ rule }) => rules.includes(rule));
      const heldAt = isOf([SHRUNK]) ? claimed.heldAt ?? this.#now() : undefined;
      await this.#deliveries.markRefused({
        claimed,
        version: delivery.version,
        message,
        faults,
        heldAt,
        retryAt: this.#retryAt({ claimed, heldAt, isRetried: isOf(RETRIED) }),
      });
      return;
    }
    const { message } = toError(error);
    const pause = Math.min(RETRY_MS * 2 ** claimed.attempts, LONGEST_RETRY_MS);
    logger.warn(`${name} could not be read, trying again: ${message}`);
    await this.#deliveries.markFailing({
      claimed,
      version: delivery?.version,
      message,
      retryAt: this.#now() + pause,
    });
  }

  /** When what was refused may be read without a change of its own. */
  #retryAt(options: {
    claimed: ClaimedDelivery;
    heldAt: number | undefined;
    isRetried: boolean;
  }): number | undefined {
    const { claimed, heldAt, isRetried } = options;
    const source = this.#options.sources.find(
      ({ name }) => name === claimed.source,
    );
    if (heldAt !== undefined && source) {
      return shrunkFrom({ heldAt, source });
    }
    return isRetried ? this.#now() + RETRY_REFUSED_MS : undefined;
  }
}
