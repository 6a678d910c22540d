import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import type { CatalogObjective } from '../objectives/CatalogObjective';
import type { ObjectiveRow } from '../objectives/ObjectiveRow';
import { applyShare, type ObjectiveShare } from '../objectives/ObjectiveShare';
import {
  type ObjectiveChanges,
  ObjectiveStore,
} from '../objectives/ObjectiveStore';

type KnownRow = Pick<
  ObjectiveRow,
  'id' | 'ref' | 'missing_since' | 'removed_at'
>;

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/**
 * Writes the objectives that rules of other tools record. One whose series are
 * not found stays until it was missing for a while, since servers restart and
 * rules fail.
 */
export class RuleObjectiveStore {
  readonly #database: SloDatabase;
  readonly #objectives: ObjectiveStore;

  static create(options: { database: SloDatabase }): RuleObjectiveStore {
    return new RuleObjectiveStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
    this.#objectives = ObjectiveStore.create({ database });
  }

  /**
   * Makes a share hold what a whole look has found.
   *
   * @param options.unreadable - refs of those that are there, and could not be
   * read this time: they stay as they are
   * @param options.removeAfterMs - milliseconds that others may be missing
   * @param options.now - Unix milliseconds
   */
  async replace(options: {
    share: Extract<ObjectiveShare, { kind: 'rules' }>;
    objectives: CatalogObjective[];
    unreadable: ReadonlySet<string>;
    removeAfterMs: number;
    now: number;
  }): Promise<ObjectiveChanges> {
    const { share, objectives, unreadable, removeAfterMs, now } = options;
    const known: KnownRow[] = await applyShare(
      this.#database.client('slo_objective'),
      share,
    ).select('id', 'ref', 'missing_since', 'removed_at');
    const seen = new Set([
      ...objectives.map(({ definition }) => definition.ref),
      ...unreadable,
    ]);
    const missing = known.filter(
      row => row.removed_at === null && !seen.has(row.ref),
    );
    const oldest = Math.floor((now - removeAfterMs) / 1_000);
    const waiting = missing.filter(
      row => row.missing_since === null || Number(row.missing_since) > oldest,
    );
    await this.#mark(
      known.filter(row => row.missing_since !== null && seen.has(row.ref)),
      null,
    );
    await this.#mark(
      waiting.filter(row => row.missing_since === null),
      Math.floor(now / 1_000),
    );
    return this.#objectives.replaceAll({
      objectives,
      share,
      keep: new Set([...unreadable, ...waiting.map(({ ref }) => ref)]),
      now,
    });
  }

  /**
   * Removes those that nobody looks for any more.
   *
   * @param options.shares - all that are looked for
   * @returns how many
   */
  async removeOthers(options: {
    shares: Array<Extract<ObjectiveShare, { kind: 'rules' }>>;
    now: number;
  }): Promise<number> {
    const { shares, now } = options;
    const pairs: Array<Pick<ObjectiveRow, 'source' | 'origin'>> =
      await this.#database
        .client('slo_objective')
        .distinct('source', 'origin')
        .whereNotNull('origin')
        .whereNull('removed_at');
    const others = pairs.filter(
      ({ source, origin }) =>
        !shares.some(
          share =>
            share.source === source &&
            share.origins.some(one => one === origin),
        ),
    );
    let removed = 0;
    for (const { source, origin } of others) {
      const changes = await this.#objectives.replaceAll({
        objectives: [],
        share: { kind: 'rules', source, origins: [origin ?? ''] },
        now,
      });
      removed += changes.removed;
    }
    return removed;
  }

  // In the order of their ids, as everybody locks these rows.
  async #mark(rows: KnownRow[], missingSince: number | null): Promise<void> {
    const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
    for (let start = 0; start < ids.length; start += CHUNK) {
      const part = ids.slice(start, start + CHUNK);
      await patientTransaction({ database: this.#database }, async trx => {
        await trx<ObjectiveRow>('slo_objective')
          .select('id')
          .whereIn('id', part)
          .orderBy('id')
          .forUpdate();
        await trx<ObjectiveRow>('slo_objective')
          .whereIn('id', part)
          .update({ missing_since: missingSince });
      });
    }
  }
}
