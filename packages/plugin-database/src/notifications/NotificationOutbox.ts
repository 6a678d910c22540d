import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { PluginDatabase } from '../database/PluginDatabase';
import { type OwnerNotification, toSendOptions } from './OwnerNotification';

/** A notification that one replica sends now. @public */
export interface ClaimedNotification {
  id: string;
  key: string;
  /** Unix milliseconds. */
  createdAt: number;
  /** How often it was tried, this time included. */
  attempts: number;
  content: NotificationSendOptions;
}

interface NotificationRow {
  id: number | string;
  event_key: string;
  content: string;
  created_at: number | string;
  attempts: number;
}

/** Milliseconds after which who took a notification has lost it. @public */
export const LEASE_MS = 60_000;
/** Rows of one statement. */
const CHUNK = 100;

/**
 * What is to be sent. It is written in the transaction that finds the event, so
 * neither is there without the other; the key keeps it from being written twice.
 *
 * @public
 */
export class NotificationOutbox {
  readonly #database: PluginDatabase;
  readonly #table: string;
  readonly #leaseMs: number;

  static create(options: {
    database: PluginDatabase;
    /** With the columns that each plugin's migration gives it. */
    table: string;
    /** Milliseconds that a notification is held to be sent, 60,000 by default. */
    leaseMs?: number;
  }): NotificationOutbox {
    return new NotificationOutbox(options);
  }

  private constructor(
    options: Parameters<typeof NotificationOutbox.create>[0],
  ) {
    this.#database = options.database;
    this.#table = options.table;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
  }

  /**
   * Writes down what is to be sent. An event that was written before stays as
   * it was.
   *
   * @param options.now - Unix milliseconds
   */
  async add(options: {
    transaction: Knex;
    notifications: readonly OwnerNotification[];
    now: number;
  }): Promise<void> {
    const { transaction, notifications, now } = options;
    const rows = notifications.map(notification => ({
      event_key: notification.key,
      content: JSON.stringify(toSendOptions(notification)),
      created_at: now,
      due_at: now,
    }));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await transaction(this.#table)
        .insert(rows.slice(start, start + CHUNK))
        .onConflict('event_key')
        .ignore();
    }
  }

  /**
   * Takes the notification that is due longest, for as long as the lease. Other
   * replicas pass over it; a killed replica's is due again when its lease ends.
   *
   * @param now - Unix milliseconds
   */
  async claim(now: number): Promise<ClaimedNotification | undefined> {
    const { client, isShared } = this.#database;
    const due = client(this.#table)
      .select('id')
      .where('due_at', '<=', now)
      .orderBy([{ column: 'due_at' }, { column: 'id' }])
      .limit(1);
    const claimed = client(this.#table);
    if (isShared) {
      // an array is made once; a joined subquery may be run again and take more
      claimed.whereRaw('id = any(array(?))', [due.forUpdate().skipLocked()]);
    } else {
      claimed.whereIn('id', due);
    }
    const [row]: NotificationRow[] = await claimed
      .update({
        due_at: now + this.#leaseMs,
        attempts: client.raw('?? + 1', ['attempts']),
      })
      .returning(['id', 'event_key', 'content', 'created_at', 'attempts']);
    return (
      row && {
        id: String(row.id),
        key: row.event_key,
        createdAt: Number(row.created_at),
        attempts: row.attempts,
        content: JSON.parse(row.content),
      }
    );
  }

  /** @param now - Unix milliseconds */
  async sent(id: string, now: number): Promise<void> {
    await this.#write(id, { due_at: null, sent_at: now });
  }

  /** @param dueAt - Unix milliseconds of the next try; undefined: it is given up */
  async postpone(id: string, dueAt: number | undefined): Promise<void> {
    await this.#write(id, { due_at: dueAt ?? null });
  }

  /**
   * Forgets what is done and older.
   *
   * @param before - Unix milliseconds
   */
  async forget(before: number): Promise<number> {
    return this.#database
      .client(this.#table)
      .where('created_at', '<', before)
      .whereNull('due_at')
      .delete();
  }

  async #write(
    id: string,
    change: { due_at: number | null; sent_at?: number },
  ): Promise<void> {
    await this.#database.client(this.#table).where({ id }).update(change);
  }
}
