import type { SloDatabase } from '../database/SloDatabase';
import type { DocumentRefusal } from './DocumentRefusal';

interface RefusalRow {
  entity_ref: string;
  location: string | null;
  errors: string;
  seen_at: number | string;
}

/** What the column holds; the catalog's own is no wider. */
const MAX_REF_LENGTH = 255;

/** The refused documents that pages show. */
export class RefusalStore {
  readonly #database: SloDatabase;

  static create(options: { database: SloDatabase }): RefusalStore {
    return new RefusalStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
  }

  /** Adds a refusal, or notes what is wrong with the document now. */
  async record(refusal: DocumentRefusal): Promise<void> {
    const { entityRef, location, errors, seenAt } = refusal;
    if (entityRef.length > MAX_REF_LENGTH) {
      return;
    }
    await this.#database
      .client<RefusalRow>('slo_refusal')
      .insert({
        entity_ref: entityRef,
        location: location ?? null,
        errors: JSON.stringify(errors),
        seen_at: seenAt,
      })
      .onConflict('entity_ref')
      .merge(['location', 'errors', 'seen_at']);
  }

  /**
   * Refs of some documents, the ones that were refused longest ago first.
   *
   * @param options.before - Unix milliseconds; seen since then is left out
   */
  async refs(options: { before: number; limit: number }): Promise<string[]> {
    return this.#database
      .client<RefusalRow>('slo_refusal')
      .where('seen_at', '<', options.before)
      .orderBy(['seen_at', 'entity_ref'])
      .limit(options.limit)
      .pluck('entity_ref');
  }

  /**
   * Forgets refusals that were not seen since `before` (Unix milliseconds):
   * those of `refs`, or all.
   */
  async forget(options: { before: number; refs?: string[] }): Promise<void> {
    const query = this.#database
      .client<RefusalRow>('slo_refusal')
      .where('seen_at', '<', options.before);
    if (options.refs) {
      query.whereIn('entity_ref', options.refs);
    }
    await query.delete();
  }
}
