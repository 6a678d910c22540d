import { ServiceUnavailableError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { databaseFault } from '@plimsoll/plugin-database';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { deliveryId } from './deliveryId';
import { GroupCommit } from './GroupCommit';
import type { Inbox, InboxDelivery, InboxReceipt } from './Inbox';
import type { InboxMetrics } from './InboxMetrics';
import type { InboxRow } from './InboxRow';
import { insertDeliveries, type NewInboxRow } from './insertDeliveries';

/** PagerDuty gives up after 5 s. */
const PATIENCE_MS = 4_000;

const MEGABYTE = 1024 * 1024;

/** Batches that are written at the same time. */
const MOST_BATCHES = 8;

/** Width of the column. */
const KEY_LENGTH = 255;

/** @see DatabaseInbox */
export interface DatabaseInboxOptions {
  database: StabilityDatabase;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** Milliseconds after which a sender is told to come back; 4 s by default. */
  patienceMs?: number;
  /** None by default. */
  metrics?: InboxMetrics;
  /** Told when something new was committed. */
  onAccepted?: () => void;
}

/** Keeps deliveries in `stability_inbox`. */
export class DatabaseInbox implements Inbox {
  readonly #now: () => number;
  readonly #patienceMs: number;
  readonly #onAccepted: () => void;
  readonly #metrics: InboxMetrics | undefined;
  readonly #commits: GroupCommit<NewInboxRow, InboxReceipt>;
  readonly #database: StabilityDatabase;
  #batches = 0;

  static create(options: DatabaseInboxOptions): DatabaseInbox {
    return new DatabaseInbox(options);
  }

  private constructor(options: DatabaseInboxOptions) {
    const { database } = options;
    this.#database = database;
    this.#now = options.now ?? Date.now;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.#onAccepted = options.onAccepted ?? (() => {});
    this.#metrics = options.metrics;
    this.#commits = GroupCommit.create({
      commit: rows => this.#insert(rows),
      capacity: 2_000,
      weightOf: ({ body }) => body.length,
      weights: { waiting: 32 * MEGABYTE, commit: 8 * MEGABYTE },
      ...(database.isShared
        ? { batch: 100, lanes: 2, pauseMs: 0 }
        : // one writer, whose every commit blocks the process for the disk
          { batch: 200, lanes: 1, pauseMs: 5 }),
    });
  }

  async accept(delivery: InboxDelivery): Promise<InboxReceipt> {
    return this.#inTime(signal =>
      this.#commits.add(this.#toRow(delivery), signal),
    );
  }

  async acceptMany(deliveries: InboxDelivery[]): Promise<InboxReceipt[]> {
    if (deliveries.length < 2) {
      return Promise.all(deliveries.map(delivery => this.accept(delivery)));
    }
    if (this.#batches >= MOST_BATCHES) {
      throw new ServiceUnavailableError(
        `${this.#batches} batches wait for the database already`,
      );
    }
    const rows = deliveries.map(delivery => this.#toRow(delivery));
    this.#batches++;
    // one that is out of time still holds its rows until the database answers
    const writing = this.#insert(rows).finally(() => {
      this.#batches--;
    });
    return this.#inTime(() => writing);
  }

  async #insert(rows: NewInboxRow[]): Promise<InboxReceipt[]> {
    const { client } = this.#database;
    // a connection may have died since it was used last, and whoever does not
    // send again should not pay for that
    const receipts = await insertDeliveries({ client, rows }).catch(() =>
      insertDeliveries({ client, rows }),
    );
    this.#metrics?.taken({ deliveries: rows, receipts });
    if (receipts.some(({ isNew }) => isNew)) {
      this.#onAccepted();
    }
    return receipts;
  }

  /** Whatever goes wrong, the sender has to come back: nothing is lost then. */
  async #inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const tooLate = new AbortController();
    const late = new ServiceUnavailableError(
      `The database did not answer within ${this.#patienceMs} ms`,
    );
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        tooLate.abort(late);
        reject(late);
      }, this.#patienceMs);
    });
    try {
      return await Promise.race([work(tooLate.signal), deadline]);
    } catch (error) {
      if (error instanceof ServiceUnavailableError) {
        throw error;
      }
      throw new ServiceUnavailableError(
        'The inbox could not be written; is its database up?',
        databaseFault(error),
      );
    } finally {
      clearTimeout(timer);
    }
  }

  #toRow(delivery: InboxDelivery): NewInboxRow {
    const at = delivery.receivedAt ?? this.#now();
    return {
      id: deliveryId(at),
      source: delivery.source,
      delivery_key: fittingKey(delivery.deliveryKey),
      body_hash: delivery.dedupeBody ? sha256(delivery.body) : null,
      body: delivery.body,
      headers: JSON.stringify(delivery.headers),
      received_at: at,
      state: delivery.deadBecause === undefined ? 'waiting' : 'dead',
      error: delivery.deadBecause ?? null,
      next_attempt_at: at,
    };
  }
}

/** A key that is too long or that a text column refuses is hashed. */
function fittingKey(key: InboxRow['delivery_key']): string {
  return key.length <= KEY_LENGTH && /^[ -~]+$/.test(key)
    ? key
    : `sha256:${sha256(key)}`;
}

function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex');
}
