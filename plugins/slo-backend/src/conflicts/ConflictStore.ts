import type { SloDatabase } from '../database/SloDatabase';
import type { NameConflict } from './NameConflict';

interface ConflictRow {
  entity_ref: string;
  ignored_location: string;
  kept_location: string;
  seen_at: number | string;
}

const BATCH_SIZE = 100;
/** What the columns hold; no address of a file is longer in earnest. */
const MAX_LOCATION_LENGTH = 700;

/** The conflicts that pages show. */
export class ConflictStore {
  readonly #database: SloDatabase;

  static create(options: { database: SloDatabase }): ConflictStore {
    return new ConflictStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
  }

  async all(): Promise<NameConflict[]> {
    const rows = await this.#database
      .client<ConflictRow>('slo_conflict')
      .orderBy(['entity_ref', 'ignored_location']);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      keptLocation: row.kept_location,
      ignoredLocation: row.ignored_location,
      seenAt: Number(row.seen_at),
    }));
  }

  /** Adds conflicts, or notes that they are still there. */
  async record(conflicts: NameConflict[]): Promise<void> {
    const rows = conflicts
      .filter(
        ({ keptLocation, ignoredLocation }) =>
          keptLocation.length <= MAX_LOCATION_LENGTH &&
          ignoredLocation.length <= MAX_LOCATION_LENGTH,
      )
      .map(conflict => ({
        entity_ref: conflict.entityRef,
        ignored_location: conflict.ignoredLocation,
        kept_location: conflict.keptLocation,
        seen_at: conflict.seenAt,
      }));
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      await this.#database
        .client<ConflictRow>('slo_conflict')
        .insert(rows.slice(start, start + BATCH_SIZE))
        .onConflict(['entity_ref', 'ignored_location'])
        .merge(['kept_location', 'seen_at']);
    }
  }

  /** Removes conflicts, unless they were seen again in the meantime. */
  async remove(conflicts: NameConflict[]): Promise<void> {
    for (const { entityRef, ignoredLocation, seenAt } of conflicts) {
      await this.#database
        .client<ConflictRow>('slo_conflict')
        .where({ entity_ref: entityRef, ignored_location: ignoredLocation })
        .andWhere('seen_at', '<=', seenAt)
        .delete();
    }
  }
}
