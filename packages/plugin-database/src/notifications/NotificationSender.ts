import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { PluginDatabase } from '../database/PluginDatabase';
import {
  type ClaimedNotification,
  NotificationOutbox,
} from './NotificationOutbox';

/** Nobody waits longer for an answer; the lease is longer. Milliseconds. */
const TIMEOUT_MS = 20_000;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** What could not be sent for so long is no news any more, milliseconds. */
const STALE_MS = 24 * 3_600_000;

/** @see NotificationSender @public */
export interface NotificationSenderOptions {
  database: PluginDatabase;
  /** Of the outbox. */
  table: string;
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** Milliseconds that a send may take, 20,000 by default. */
  timeoutMs?: number;
  /** Milliseconds that a notification is held to be sent, 60,000 by default. */
  leaseMs?: number;
  /**
   * Milliseconds after which what could not be sent is no news any more, 24
   * hours by default.
   */
  staleMs?: number;
}

/**
 * Sends what the outbox holds. Each replica runs one; they share the work
 * through the database. One that is killed between sending and writing so is
 * followed by one that sends the same event again, which replaces the first.
 *
 * @public
 */
export class NotificationSender {
  readonly #options: NotificationSenderOptions;
  readonly #outbox: NotificationOutbox;
  readonly #now: () => number;

  static create(options: NotificationSenderOptions): NotificationSender {
    return new NotificationSender(options);
  }

  private constructor(options: NotificationSenderOptions) {
    this.#options = options;
    this.#outbox = NotificationOutbox.create(options);
    this.#now = options.now ?? Date.now;
  }

  /**
   * Sends until nothing is due.
   *
   * @returns how many were sent
   */
  async drain(signal: AbortSignal): Promise<number> {
    let sent = 0;
    while (!signal.aborted) {
      const claimed = await this.#outbox.claim(this.#now());
      if (!claimed) {
        break;
      }
      if (await this.#send(claimed)) {
        sent += 1;
      }
    }
    return sent;
  }

  async #send(claimed: ClaimedNotification): Promise<boolean> {
    try {
      await this.#within(this.#options.notifications.send(claimed.content));
    } catch (error) {
      await this.#postpone(claimed, error);
      return false;
    }
    await this.#outbox.sent(claimed.id, this.#now());
    return true;
  }

  async #within(sending: Promise<void>): Promise<void> {
    const { timeoutMs = TIMEOUT_MS } = this.#options;
    const done = new AbortController();
    try {
      await Promise.race([
        sending,
        sleep(timeoutMs, undefined, { signal: done.signal }).then(() => {
          throw new Error(`No answer within ${timeoutMs / 1_000} seconds`);
        }),
      ]);
    } finally {
      done.abort();
    }
  }

  async #postpone(
    { id, key, attempts, createdAt }: ClaimedNotification,
    error: unknown,
  ): Promise<void> {
    const { logger, staleMs = STALE_MS } = this.#options;
    const now = this.#now();
    const pause = Math.min(
      LONGEST_PAUSE_MS,
      FIRST_PAUSE_MS * 2 ** (attempts - 1),
    );
    const isStale = now + pause - createdAt > staleMs;
    await this.#outbox.postpone(id, isStale ? undefined : now + pause);
    const facts = { event: key, error: toError(error).message };
    if (isStale) {
      logger.warn('Owners could not be told, which is given up', facts);
    } else {
      logger.info('Owners could not be told, it is tried again', facts);
    }
  }
}
