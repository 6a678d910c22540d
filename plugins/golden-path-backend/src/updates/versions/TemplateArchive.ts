import type { GoldenPathDatabase } from '../../database/GoldenPathDatabase';
import { sha256 } from '../sha256';
import type { TemplateVersion } from './TemplateVersion';

/** So many at once keeps a statement below the limits of both databases. */
const ROWS_AT_ONCE = 50;

/** A version, and whether the catalog has it now. */
export interface KeptVersion extends TemplateVersion {
  /** Others are only what older services are merged from. */
  isOffered: boolean;
}

interface VersionRow {
  id: string;
  template: string;
  version: string;
  title: string;
  entity: string;
  files: string;
  notes: string;
}

/**
 * Every version of every template that was ever seen, immutable, so that what
 * an old one wrote can be written again; and which of them is offered.
 */
export class TemplateArchive {
  readonly #database: GoldenPathDatabase;

  static create(options: { database: GoldenPathDatabase }): TemplateArchive {
    return new TemplateArchive(options.database);
  }

  private constructor(database: GoldenPathDatabase) {
    this.#database = database;
  }

  /**
   * Keeps the version that the catalog has now. What it had before is not
   * offered any more, also where that is newer: it was taken back.
   *
   * @returns whether it was not there yet
   */
  async add(options: {
    version: Omit<TemplateVersion, 'id'>;
    contents: ReadonlyMap<string, Buffer>;
    now: number;
  }): Promise<boolean> {
    const { version, contents, now } = options;
    const row = rowOf(version);
    const { client } = this.#database;
    const isKnown = Boolean(
      await client('template_version').where({ id: row.id }).first('id'),
    );
    if (!isKnown) {
      await this.#addContents(version, contents);
    }
    await client.transaction(async transaction => {
      await transaction('template_version')
        .where({ template: row.template, is_offered: true })
        .whereNot({ id: row.id })
        .update({ is_offered: false });
      // after its contents, so that whoever sees it finds all its files
      await transaction('template_version')
        .insert({ ...row, seen_at: now, is_offered: true })
        .onConflict('id')
        .merge(['seen_at', 'is_offered']);
    });
    return !isKnown;
  }

  /** Offers no template any more but these. */
  async offerOnly(templates: string[]): Promise<void> {
    const { client } = this.#database;
    const rows: Array<{ template: string }> = await client('template_version')
      .where({ is_offered: true })
      .distinct('template');
    for (const { template } of rows) {
      if (!templates.includes(template)) {
        await client('template_version')
          .where({ template })
          .update({ is_offered: false });
      }
    }
  }

  async #addContents(
    version: Pick<TemplateVersion, 'files'>,
    contents: ReadonlyMap<string, Buffer>,
  ): Promise<void> {
    const { client } = this.#database;
    const hashes = [...new Set(version.files.map(file => file.sha256))];
    for (let at = 0; at < hashes.length; at += ROWS_AT_ONCE) {
      const rows = hashes.slice(at, at + ROWS_AT_ONCE).map(hash => ({
        sha256: hash,
        content: (contents.get(hash) ?? Buffer.alloc(0)).toString('base64'),
      }));
      await client('template_file').insert(rows).onConflict('sha256').ignore();
    }
  }

  /** All versions of a template, the last seen first. */
  async versionsOf(template: string): Promise<KeptVersion[]> {
    const rows: Array<VersionRow & { is_offered: boolean | number }> =
      await this.#database
        .client('template_version')
        .where({ template })
        .orderBy([
          { column: 'seen_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .select(
          ...['id', 'template', 'version', 'entity', 'files', 'notes'],
          'is_offered',
        );
    return rows.map(row => ({
      id: row.id,
      template: row.template,
      version: row.version,
      entity: JSON.parse(row.entity),
      files: JSON.parse(row.files),
      notes: JSON.parse(row.notes),
      // SQLite gives a number
      isOffered: Boolean(row.is_offered),
    }));
  }

  /** Versions that are offered of all templates, without what they are made of. */
  async listOffered(): Promise<
    Array<
      Pick<TemplateVersion, 'template' | 'version' | 'notes'> & {
        title: string;
      }
    >
  > {
    const rows: VersionRow[] = await this.#database
      .client('template_version')
      .where({ is_offered: true })
      .orderBy('seen_at', 'desc')
      .select('template', 'version', 'title', 'notes');
    return rows.map(({ template, version, title, notes }) => ({
      template,
      version,
      title,
      notes: JSON.parse(notes),
    }));
  }

  /** Contents by their hashes. */
  async contentsOf(
    version: Pick<TemplateVersion, 'files'>,
  ): Promise<Map<string, Buffer>> {
    const hashes = [...new Set(version.files.map(file => file.sha256))];
    const found = new Map<string, Buffer>();
    for (let at = 0; at < hashes.length; at += ROWS_AT_ONCE) {
      const rows: Array<{ sha256: string; content: string }> =
        await this.#database
          .client('template_file')
          .whereIn('sha256', hashes.slice(at, at + ROWS_AT_ONCE))
          .select('sha256', 'content');
      for (const row of rows) {
        found.set(row.sha256, Buffer.from(row.content, 'base64'));
      }
    }
    return found;
  }
}

function rowOf(version: Omit<TemplateVersion, 'id'>): VersionRow {
  const row = {
    template: version.template,
    version: version.version,
    title: version.entity.metadata.title ?? version.entity.metadata.name,
    entity: JSON.stringify(version.entity),
    files: JSON.stringify(version.files),
    notes: JSON.stringify(version.notes),
  };
  return { id: sha256(JSON.stringify(row)), ...row };
}
