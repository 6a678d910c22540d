import type { LoggerService } from '@backstage/backend-plugin-api';
import { databaseFault } from '../database/databaseFault';
import type { StabilityDatabase } from '../database/StabilityDatabase';

/** Whoever knocks in vain again and again is mentioned this often. */
const LOG_EVERY_MS = 60_000;

interface Entry {
  receivedAt?: number;
  rejected: number;
  rejectedAt?: number;
}

/** @see DoorBook */
export interface DoorBookOptions {
  database: StabilityDatabase;
  logger: LoggerService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * What each door last heard, for the inbox page. Strangers must not be able to
 * write to the database by knocking: entries are summed up in memory and
 * written now and then.
 */
export class DoorBook {
  readonly #database: StabilityDatabase;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #loggedAt = new Map<string, number>();

  static create(options: DoorBookOptions): DoorBook {
    return new DoorBook(options);
  }

  private constructor(options: DoorBookOptions) {
    this.#database = options.database;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Something good came. */
  received(source: string): void {
    const entry = this.#entryOf(source);
    entry.receivedAt = this.#now();
    entry.rejected = 0;
    entry.rejectedAt = undefined;
  }

  /**
   * Something was sent away.
   *
   * @param source - of a door that exists, so that there are few
   * @param mend - what to do if it should have been let in
   */
  rejected(source: string, mend: string): void {
    const now = this.#now();
    const entry = this.#entryOf(source);
    entry.rejected++;
    entry.rejectedAt = now;
    if (now - (this.#loggedAt.get(source) ?? -Infinity) >= LOG_EVERY_MS) {
      this.#loggedAt.set(source, now);
      this.#logger.warn(
        `A delivery to the door '${source}' was refused: ${mend}`,
      );
    }
  }

  /** Writes what was summed up; keeps it when the database does not answer. */
  async flush(): Promise<void> {
    for (const [source, entry] of [...this.#entries]) {
      this.#entries.delete(source);
      try {
        await this.#write(source, entry);
      } catch (error) {
        this.#keep(source, entry);
        this.#logger.debug('The book of doors waits', databaseFault(error));
        return;
      }
    }
  }

  #entryOf(source: string): Entry {
    const entry = this.#entries.get(source) ?? { rejected: 0 };
    this.#entries.set(source, entry);
    return entry;
  }

  /** Puts an entry back beneath what came meanwhile. */
  #keep(source: string, entry: Entry): void {
    const newer = this.#entries.get(source);
    this.#entries.set(
      source,
      newer?.receivedAt !== undefined
        ? newer
        : {
            receivedAt: entry.receivedAt,
            rejected: entry.rejected + (newer?.rejected ?? 0),
            rejectedAt: newer?.rejectedAt ?? entry.rejectedAt,
          },
    );
  }

  async #write(source: string, entry: Entry): Promise<void> {
    const { client } = this.#database;
    const row = {
      source,
      last_received_at: entry.receivedAt ?? null,
      rejected_count: entry.rejected,
      last_rejected_at: entry.rejectedAt ?? null,
    };
    await client('stability_door')
      .insert(row)
      .onConflict('source')
      .merge(
        entry.receivedAt === undefined
          ? {
              rejected_count: client.raw(
                'stability_door.rejected_count + excluded.rejected_count',
              ),
              last_rejected_at: row.last_rejected_at,
            }
          : row,
      );
  }
}
