import type { Knex } from 'knex';
import { briefPace } from '../database/briefPace';
import { LONGEST_PAGE_SECONDS, pageDay } from './applyReading';
import { LedgerPage, type LedgerPageRow } from './LedgerPage';

/**
 * Rows of one statement; well below SQLite's limit of bound values. Values are
 * bound in one go, for which nobody else has a turn.
 */
const ROWS_PER_STATEMENT = 50;

/**
 * The pages of some objectives that lie in the UTC days of `[from, to)`, a
 * list for each objective, ordered by start.
 */
export async function loadPages(options: {
  client: Knex;
  objectiveIds: number[];
  /** Unix seconds. */
  from: number;
  to: number;
}): Promise<Map<number, LedgerPage[]>> {
  const { client, objectiveIds, from, to } = options;
  const pages = new Map<number, LedgerPage[]>(objectiveIds.map(id => [id, []]));
  const rows = await client<LedgerPageRow>('slo_ledger')
    .whereIn('objective_id', objectiveIds)
    .andWhere('start', '>', pageDay(from) - LONGEST_PAGE_SECONDS)
    .andWhere('start', '<', to)
    .andWhere('end', '>', pageDay(from))
    .orderBy(['objective_id', 'start']);
  const pace = briefPace();
  for (const row of rows) {
    pages.get(row.objective_id)?.push(LedgerPage.fromRow(row));
    await pace.rest();
  }
  return pages;
}

/** Writes pages, over older versions of themselves. */
export async function savePages(options: {
  client: Knex;
  pages: LedgerPage[];
}): Promise<void> {
  const { client, pages } = options;
  for (let index = 0; index < pages.length; index += ROWS_PER_STATEMENT) {
    await client('slo_ledger')
      .insert(
        pages
          .slice(index, index + ROWS_PER_STATEMENT)
          .map(page => page.toRow()),
      )
      .onConflict(['objective_id', 'start'])
      .merge();
  }
}
