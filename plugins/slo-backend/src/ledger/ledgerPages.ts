import type { Knex } from 'knex';
import { briefPace } from '../database/briefPace';
import { type ColumnTypes, upsertRows } from '../database/upsertRows';
import { whereIdIn } from '../database/whereIdIn';
import { LONGEST_PAGE_SECONDS, pageDay } from './applyReading';
import { LedgerPage, type LedgerPageRow } from './LedgerPage';

const COLUMNS: ColumnTypes<ReturnType<LedgerPage['toRow']>> = {
  objective_id: 'integer',
  start: 'bigint',
  end: 'bigint',
  step: 'integer',
  bad: 'double precision',
  total: 'double precision',
  covered_seconds: 'bigint',
  inconsistent: 'boolean',
  cells: 'bytea',
};

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
  const rows: LedgerPageRow[] = await client<LedgerPageRow>('slo_ledger')
    .modify(whereIdIn, 'objective_id', objectiveIds)
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
  const rows = [];
  const pace = briefPace();
  for (const page of pages) {
    rows.push(page.toRow());
    await pace.rest();
  }
  await upsertRows({
    client,
    table: 'slo_ledger',
    key: ['objective_id', 'start'],
    types: COLUMNS,
    rows,
  });
}
