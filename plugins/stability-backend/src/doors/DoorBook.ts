import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { databaseFault } from '@plimsoll/plugin-database';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { oneLine } from '../senders/payload/oneLine';
import { countedSince, dayOf } from './doorDays';

/** Whoever knocks in vain again and again is mentioned this often. */
const LOG_EVERY_MS = 60_000;
/** Some of a reason is a stranger's. */
const REASON_LENGTH = 300;

/** What one door heard and refused on one day since the last flush. */
interface Entry {
  source: string;
  day: string;
  heard: number;
  refused: number;
  refusedBecause?: string;
  /** Unix milliseconds. */
  heardAt?: number;
  refusedAt?: number;
}

/** @see DoorBook */
export interface DoorBookOptions {
  database: StabilityDatabase;
  logger: LoggerService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * What each door heard and refused, for the inbox page. Strangers must not be
 * able to write to the database by knocking: entries are summed up in memory
 * and written now and then. A process that is killed takes its last ones along,
 * never a delivery.
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
    const now = this.#now();
    const entry = this.#entryOf(source, dayOf(now));
    entry.heard++;
    entry.heardAt = now;
  }

  /**
   * Something was sent away.
   *
   * @param source - of a door that exists, so that there are few
   * @param mend - what to do if it should have been let in
   */
  rejected(source: string, mend: string): void {
    const now = this.#now();
    const entry = this.#entryOf(source, dayOf(now));
    entry.refused++;
    entry.refusedAt = now;
    entry.refusedBecause = oneLine(mend, REASON_LENGTH);
    if (now - (this.#loggedAt.get(source) ?? -Infinity) >= LOG_EVERY_MS) {
      this.#loggedAt.set(source, now);
      this.#logger.warn(
        `A delivery to the door '${source}' was refused: ${mend}`,
      );
    }
  }

  /** Writes what was summed up; keeps it when the database does not answer. */
  async flush(): Promise<void> {
    for (const [key, entry] of [...this.#entries]) {
      this.#entries.delete(key);
      try {
        await this.#database.client.transaction(trx => this.#write(trx, entry));
      } catch (error) {
        this.#keep(entry);
        this.#logger.debug('The book of doors waits', databaseFault(error));
        return;
      }
    }
  }

  #entryOf(source: string, day: string): Entry {
    const key = `${source} ${day}`;
    const entry = this.#entries.get(key) ?? {
      source,
      day,
      heard: 0,
      refused: 0,
    };
    this.#entries.set(key, entry);
    return entry;
  }

  /** Puts an entry back beneath what came meanwhile. */
  #keep(entry: Entry): void {
    const newer = this.#entryOf(entry.source, entry.day);
    newer.heard += entry.heard;
    newer.refused += entry.refused;
    newer.heardAt ??= entry.heardAt;
    newer.refusedAt ??= entry.refusedAt;
    newer.refusedBecause ??= entry.refusedBecause;
  }

  async #write(trx: Knex, entry: Entry): Promise<void> {
    const { source, day, heard, refused } = entry;
    await trx('stability_door')
      .insert({
        source,
        last_received_at: entry.heardAt ?? null,
        last_rejected_at: entry.refusedAt ?? null,
      })
      .onConflict('source')
      .merge({
        last_received_at: later(trx, 'last_received_at'),
        last_rejected_at: later(trx, 'last_rejected_at'),
      });
    await trx('stability_door_day')
      .insert({
        source,
        day,
        heard,
        refused,
        refused_because: entry.refusedBecause ?? null,
      })
      .onConflict(['source', 'day'])
      .merge({
        heard: trx.raw('stability_door_day.heard + excluded.heard'),
        refused: trx.raw('stability_door_day.refused + excluded.refused'),
        refused_because: trx.raw(
          'coalesce(excluded.refused_because, stability_door_day.refused_because)',
        ),
      });
    await trx('stability_door_day')
      .where({ source })
      .where('day', '<', countedSince(this.#now()))
      .delete();
  }
}

/** The later of what is there and what is written; neither need be. */
function later(trx: Knex, column: string): Knex.Raw {
  const there = `coalesce(stability_door.${column}, excluded.${column})`;
  const written = `coalesce(excluded.${column}, stability_door.${column})`;
  return trx.raw(
    `case when ${there} > ${written} then ${there} else ${written} end`,
  );
}
