import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import type { CatalogObjective } from './CatalogObjective';
import { initialStatus } from './initialStatus';
import type { ObjectiveContent, ObjectiveRow } from './ObjectiveRow';
import { applyShare, type ObjectiveShare } from './ObjectiveShare';
import { toObjectiveContent } from './toObjectiveContent';

type KnownRow = Pick<
  ObjectiveRow,
  'id' | 'ref' | 'objective' | 'content_hash' | 'definition_hash' | 'removed_at'
>;

interface NewObjective {
  objective: CatalogObjective;
  content: ObjectiveContent;
}

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/** How many objectives one {@link ObjectiveStore.replaceAll} touched. */
export interface ObjectiveChanges {
  added: number;
  changed: number;
  removed: number;
}

const CATALOG: ObjectiveShare = { kind: 'catalog' };

/**
 * The only writer of what `slo_objective` says about documents. The evaluator
 * owns the rest of the row.
 */
export class ObjectiveStore {
  readonly #database: SloDatabase;

  static create(options: { database: SloDatabase }): ObjectiveStore {
    return new ObjectiveStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
  }

  /**
   * Makes a share of the table hold exactly these objectives, in one
   * transaction. Rows that are right already are not written. A removed
   * objective keeps its row and its ledger for a while, and has them back when
   * its document returns. Whatever changed is due for evaluation at once.
   *
   * @param options.share - the catalog's by default
   * @param options.keep - refs of the share that stay, although they are not
   * among the objectives
   * @param options.now - Unix milliseconds
   */
  async replaceAll(options: {
    objectives: CatalogObjective[];
    share?: ObjectiveShare;
    keep?: ReadonlySet<string>;
    now?: number;
  }): Promise<ObjectiveChanges> {
    const { share = CATALOG, keep, now = Date.now() } = options;
    // In one order everywhere, so that replicas wait for each other's rows
    // instead of locking each other out.
    const wanted = new Map(
      (await contentsOf(options.objectives))
        .map(item => [keyOf(item.content), item] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return patientTransaction({ database: this.#database }, async trx => {
      const known = await readKnown(trx, share);
      const added = [...wanted]
        .filter(([key]) => !known.has(key))
        .map(([, item]) => item);
      const changed = [...wanted].flatMap(([key, { content }]) => {
        const row = known.get(key);
        return row && isOutdated(row, content) ? [{ row, content }] : [];
      });
      const removed = [...known.values()].filter(
        row =>
          row.removed_at === null &&
          !wanted.has(keyOf(row)) &&
          !keep?.has(row.ref),
      );
      await lock(trx, [...changed.map(({ row }) => row), ...removed]);
      await insert(trx, { items: added, now });
      for (const { row, content } of changed) {
        await update(trx, { row, content, now });
      }
      for (const row of removed) {
        await remove(trx, { row, now });
      }
      return {
        added: added.length,
        changed: changed.length,
        removed: removed.length,
      };
    });
  }
}

/** In steps, since there may be tens of thousands. */
async function contentsOf(
  objectives: CatalogObjective[],
): Promise<NewObjective[]> {
  const pace = Pace.create();
  const items: NewObjective[] = [];
  for (const objective of objectives) {
    items.push({ objective, content: toObjectiveContent(objective) });
    await pace.rest();
  }
  return items;
}

function keyOf(row: Pick<ObjectiveRow, 'ref' | 'objective'>): string {
  return `${row.ref}#${row.objective}`;
}

function isOutdated(row: KnownRow, content: ObjectiveContent): boolean {
  return row.removed_at !== null || row.content_hash !== content.content_hash;
}

async function readKnown(
  trx: Knex,
  share: ObjectiveShare,
): Promise<Map<string, KnownRow>> {
  const rows: KnownRow[] = await applyShare(trx('slo_objective'), share)
    .select(
      'id',
      'ref',
      'objective',
      'content_hash',
      'definition_hash',
      'removed_at',
    )
    .orderBy('id');
  return new Map(rows.map(row => [keyOf(row), row]));
}

// The evaluator locks rows in the order of their ids. In any other order the
// two could wait for each other.
async function lock(trx: Knex, rows: KnownRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  for (let start = 0; start < ids.length; start += CHUNK) {
    await trx<ObjectiveRow>('slo_objective')
      .select('id')
      .whereIn('id', ids.slice(start, start + CHUNK))
      .orderBy('id')
      .forUpdate();
  }
}

// Conflicts are merged, since another replica may write the same rows.
async function insert(
  trx: Knex,
  options: { items: NewObjective[]; now: number },
): Promise<void> {
  const { items, now } = options;
  const seconds = Math.floor(now / 1000);
  for (let start = 0; start < items.length; start += CHUNK) {
    const part = new Map(
      items
        .slice(start, start + CHUNK)
        .map(item => [keyOf(item.content), item]),
    );
    const written = await trx<ObjectiveRow>('slo_objective')
      .insert(
        [...part.values()].map(({ content }) => ({
          ...content,
          definition_hash: content.definition_hash ?? '',
          changed_at: now,
          removed_at: null,
          due_at: seconds,
        })),
      )
      .onConflict(['ref', 'objective'])
      .merge()
      .returning(['id', 'ref', 'objective']);
    await trx('slo_status')
      .insert(
        written.map(row =>
          initialStatus({
            objectiveId: row.id,
            faults: part.get(keyOf(row))?.objective.faults ?? [],
            now,
          }),
        ),
      )
      .onConflict('objective_id')
      .ignore();
  }
}

async function update(
  trx: Knex,
  options: { row: KnownRow; content: ObjectiveContent; now: number },
): Promise<void> {
  const { row, content, now } = options;
  const seconds = Math.floor(now / 1000);
  const hash = content.definition_hash ?? row.definition_hash;
  await trx<ObjectiveRow>('slo_objective')
    .where({ id: row.id })
    .update({
      ...content,
      definition_hash: hash,
      changed_at: now,
      removed_at: null,
      due_at: seconds,
    });
}

async function remove(
  trx: Knex,
  options: { row: KnownRow; now: number },
): Promise<void> {
  const { row, now } = options;
  await trx<ObjectiveRow>('slo_objective')
    .where({ id: row.id })
    .update({ removed_at: Math.floor(now / 1000), changed_at: now });
}
