import type { SloDatabase } from '../database/SloDatabase';
import type { SourceFile, SourceTarget } from './SourceTarget';

interface SourceRow {
  target: string;
  etag: string | null;
  files: string;
  tried_at: number | string | null;
  read_at: number | string | null;
}

const BATCH_SIZE = 100;
const MAX_TARGET_LENGTH = 700;

/** What the scan knows of each target, so that it need not ask for all at once. */
export class SourceStore {
  readonly #database: SloDatabase;

  static create(options: { database: SloDatabase }): SourceStore {
    return new SourceStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
  }

  async all(): Promise<SourceTarget[]> {
    const rows = await this.#database
      .client<SourceRow>('slo_document_source')
      .orderBy('target');
    return rows.map(row => ({
      target: row.target,
      files: JSON.parse(row.files) as SourceFile[],
      ...(row.etag !== null && { etag: row.etag }),
      ...(row.tried_at !== null && { triedAt: Number(row.tried_at) }),
      ...(row.read_at !== null && { readAt: Number(row.read_at) }),
    }));
  }

  /** Adds targets that are new and forgets those that the catalog has no more. */
  async replaceTargets(targets: Iterable<string>): Promise<void> {
    const wanted = new Set(
      [...targets].filter(target => target.length <= MAX_TARGET_LENGTH),
    );
    const known = new Set(
      await this.#database
        .client<SourceRow>('slo_document_source')
        .pluck('target'),
    );
    const added = [...wanted].filter(target => !known.has(target));
    const gone = [...known].filter(target => !wanted.has(target));
    for (const batch of batches(added)) {
      await this.#database
        .client<SourceRow>('slo_document_source')
        .insert(batch.map(target => ({ target, files: '[]' })))
        .onConflict('target')
        .ignore();
    }
    for (const batch of batches(gone)) {
      await this.#database
        .client<SourceRow>('slo_document_source')
        .whereIn('target', batch)
        .delete();
    }
  }

  async save(source: SourceTarget): Promise<void> {
    await this.#database
      .client<SourceRow>('slo_document_source')
      .where({ target: source.target })
      .update({
        etag: source.etag ?? null,
        files: JSON.stringify(source.files),
        tried_at: source.triedAt ?? null,
        read_at: source.readAt ?? null,
      });
  }
}

function* batches<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    yield items.slice(start, start + BATCH_SIZE);
  }
}
