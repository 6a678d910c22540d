import type { LensName } from '@plimsoll/plugin-service-health-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { LensEntry } from './LensSource';

/** Names a row of a lens. */
export function entryKey(
  entry: Pick<LensEntry, 'entityRef' | 'variant'>,
): string {
  return `${entry.entityRef} ${entry.variant}`;
}

/** Keeps what plugins say of services. */
export class LensStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): LensStore {
    return new LensStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * Writes what is newer than what is kept, so that any replica may write
   * anything twice or late.
   */
  async keep(options: {
    lens: LensName;
    entries: readonly LensEntry[];
  }): Promise<void> {
    const { lens, entries } = options;
    for (const part of inChunks(entries)) {
      const known = await this.#known(lens, part);
      const changed = part.filter(entry => isNews(entry, known));
      const gone = changed.filter(({ content }) => content === undefined);
      await this.#forget(lens, gone);
      const rows = changed
        .filter(({ content }) => content !== undefined)
        .map(({ entityRef, variant, changedAt, content }) => ({
          entity_ref: entityRef,
          lens,
          variant,
          changed_at: changedAt,
          content: JSON.stringify(content),
        }));
      if (rows.length > 0) {
        await this.#client('service_lens')
          .insert(rows)
          .onConflict(['entity_ref', 'lens', 'variant'])
          .merge()
          .where(
            'service_lens.changed_at',
            '<=',
            this.#client.ref('excluded.changed_at'),
          );
      }
    }
  }

  /**
   * Forgets what a plugin, asked for everything, did not name.
   *
   * @param options.named - by {@link entryKey}
   */
  async forgetOthers(options: {
    lens: LensName;
    named: ReadonlySet<string>;
    /** What came after the walk began is of another replica. */
    before: number;
  }): Promise<void> {
    const { lens, named, before } = options;
    const rows: Array<{ entity_ref: string; variant: string }> =
      await this.#client('service_lens')
        .where({ lens })
        .andWhere('changed_at', '<', before)
        .select('entity_ref', 'variant');
    const gone = rows
      .map(row => ({ entityRef: row.entity_ref, variant: row.variant }))
      .filter(entry => !named.has(entryKey(entry)));
    await this.#forget(lens, gone);
  }

  async #forget(
    lens: LensName,
    entries: ReadonlyArray<Pick<LensEntry, 'entityRef' | 'variant'>>,
  ): Promise<void> {
    for (const part of inChunks(entries)) {
      await this.#client('service_lens')
        .where({ lens })
        .andWhere(any =>
          part.forEach(({ entityRef, variant }) =>
            any.orWhere({ entity_ref: entityRef, variant }),
          ),
        )
        .delete();
    }
  }

  async #known(
    lens: LensName,
    entries: readonly LensEntry[],
  ): Promise<Map<string, KnownRow>> {
    const rows: Array<KnownRow & { entity_ref: string; variant: string }> =
      await this.#client('service_lens')
        .where({ lens })
        .whereIn(
          'entity_ref',
          entries.map(({ entityRef }) => entityRef),
        )
        .select('entity_ref', 'variant', 'changed_at', 'content');
    return new Map(
      rows.map(row => [
        entryKey({ entityRef: row.entity_ref, variant: row.variant }),
        row,
      ]),
    );
  }
}

interface KnownRow {
  changed_at: number | string;
  content: string;
}

function isNews(entry: LensEntry, known: ReadonlyMap<string, KnownRow>) {
  const kept = known.get(entryKey(entry));
  if (!kept) {
    return entry.content !== undefined;
  }
  return (
    Number(kept.changed_at) <= entry.changedAt &&
    kept.content !== JSON.stringify(entry.content)
  );
}
