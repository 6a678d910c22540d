import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import {
  CLAIMED_COLUMNS,
  type ClaimedObjective,
  claimedObjective,
  type ClaimedRow,
} from '../evaluation/ClaimedObjective';

/** What is read first: 0 before 1 before 2. */
export const BACKFILL_PRIORITY = {
  /** The window that the state is judged by. */
  window: 0,
  /** What an outage left open. */
  gap: 1,
  /** What came before the window, for history. */
  history: 2,
} as const;

/** A stretch of one objective that is still to be read. Unix seconds. */
export interface BackfillStretch extends LedgerRange {
  objectiveId: number;
  source: string;
  priority: number;
}

/** A noted stretch, and whose it is. */
export interface BackfillItem {
  id: number;
  start: number;
  attempts: number;
  objective: ClaimedObjective;
}

/** Stretches that end together: one request reads a part of all of them. */
export interface BackfillGroup {
  priority: number;
  end: number;
  items: BackfillItem[];
}

interface ItemRow extends ClaimedRow {
  item_id: number;
  priority: number;
  start: number | string;
  end: number | string;
  attempts: number;
}

/** Longest pause after failures, seconds. */
const MAX_PAUSE_SECONDS = 3_600;
const PAUSE_SECONDS = 15;
/** SQLite takes no more than 500 rows at once. */
const ROWS_PER_STATEMENT = 250;
/** More are not counted: pauses and groups have their last size by then. */
const MAX_COUNTED_ATTEMPTS = 8;

/** Stretches of history that are to be read when there is time. */
export class BackfillQueue {
  readonly #database: SloDatabase;
  readonly #client: Knex;

  static create(options: { database: SloDatabase }): BackfillQueue {
    return new BackfillQueue(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
    this.#client = database.client;
  }

  /**
   * The next stretches of a source: most urgent first, then newest first.
   *
   * @param options.now - Unix seconds
   * @param options.limit - how many of them
   * @param options.retryLimit - twice as many as of those that failed once;
   * what failed together is tried in ever smaller groups
   */
  async next(options: {
    source: string;
    now: number;
    limit: number;
    retryLimit: number;
  }): Promise<BackfillGroup | undefined> {
    const { source, now, limit, retryLimit } = options;
    const due = () =>
      this.#client('slo_backfill as item')
        .join('slo_objective as objective', 'objective.id', 'item.objective_id')
        .where('item.source', source)
        .andWhere('item.due_at', '<=', now)
        .whereNull('objective.removed_at')
        // what cannot be asked for keeps its stretches until it is mended
        .andWhere('objective.faults', '[]')
        .andWhereNot('objective.indicator_kind', '')
        .whereRaw('?? = ??', [
          'objective.definition_hash',
          'objective.ledger_hash',
        ]);
    const first = await due()
      .select('item.priority', 'item.end', 'item.attempts')
      .orderBy([
        { column: 'item.priority' },
        { column: 'item.end', order: 'desc' },
        { column: 'item.id' },
      ])
      .first();
    if (!first) {
      return undefined;
    }
    const rows: ItemRow[] = await due()
      .select(
        'item.id as item_id',
        'item.priority',
        'item.start',
        'item.end',
        'item.attempts',
        ...CLAIMED_COLUMNS.map(column => `objective.${column}`),
      )
      .andWhere({
        'item.priority': first.priority,
        'item.end': first.end,
        'item.attempts': first.attempts,
      })
      .orderBy('item.id')
      .limit(
        first.attempts === 0
          ? limit
          : Math.max(1, retryLimit >> first.attempts),
      );
    return {
      priority: first.priority,
      end: Number(first.end),
      items: rows.map(row => ({
        id: row.item_id,
        start: Number(row.start),
        attempts: row.attempts,
        objective: claimedObjective(row),
      })),
    };
  }

  /**
   * Shortens stretches to what is left before `from`; those that nothing is
   * left of are done.
   *
   * @param options.done - what else is done, though something is left of it
   * @returns the items that are done
   */
  async advance(options: {
    items: BackfillItem[];
    from: number;
    isDone: (item: BackfillItem) => boolean;
  }): Promise<BackfillItem[]> {
    const { items, from } = options;
    const done = items.filter(
      item => item.start >= from || options.isDone(item),
    );
    const rest = items.filter(item => !done.includes(item));
    const database = this.#database;
    await patientTransaction({ database }, async transaction => {
      await transaction('slo_backfill')
        .whereIn(
          'id',
          done.map(({ id }) => id),
        )
        .delete();
      await transaction('slo_backfill')
        .whereIn(
          'id',
          rest.map(({ id }) => id),
        )
        // a replica that was thought dead may come late
        .andWhere('end', '>', from)
        .update({ end: from, attempts: 0 });
    });
    return done;
  }

  /**
   * Puts stretches back for a while after a failure, longer each time, up to an
   * hour.
   *
   * @param options.now - Unix seconds
   */
  async postpone(options: {
    items: BackfillItem[];
    now: number;
  }): Promise<void> {
    const { items, now } = options;
    const attempts = Math.min(
      MAX_COUNTED_ATTEMPTS,
      (items[0]?.attempts ?? 0) + 1,
    );
    await this.#client('slo_backfill')
      .whereIn(
        'id',
        items.map(({ id }) => id),
      )
      .update({
        attempts,
        due_at: now + Math.min(MAX_PAUSE_SECONDS, PAUSE_SECONDS << attempts),
      });
  }
}

/**
 * Notes stretches. Noting one again changes nothing.
 *
 * @param options.now - Unix seconds
 */
export async function enqueueBackfill(options: {
  client: Knex;
  stretches: BackfillStretch[];
  now: number;
}): Promise<void> {
  const { client, stretches, now } = options;
  const rows = stretches
    .filter(({ from, to }) => from < to)
    .map(({ objectiveId, source, priority, from, to }) => ({
      objective_id: objectiveId,
      source,
      priority,
      start: from,
      end: to,
      due_at: now,
    }));
  for (let index = 0; index < rows.length; index += ROWS_PER_STATEMENT) {
    await client('slo_backfill')
      .insert(rows.slice(index, index + ROWS_PER_STATEMENT))
      .onConflict(['objective_id', 'priority', 'start'])
      .ignore();
  }
}
