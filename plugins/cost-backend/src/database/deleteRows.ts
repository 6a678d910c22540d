import { type Pace, sqlDialectOf } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/** Rows that SQLite takes away at once, in this thread. */
const ROWS = 1_000;

/** Takes away what may be many rows of a table, with places for others. */
export async function deleteRows(options: {
  trx: Knex;
  table: string;
  where: Record<string, string>;
  pace: Pace;
}): Promise<void> {
  const { trx, table, where, pace } = options;
  if (sqlDialectOf(trx, { pluginId: 'cost' }) === 'postgres') {
    await trx(table).where(where).delete();
    return;
  }
  for (;;) {
    const deleted = await trx(table)
      .whereIn('rowid', trx(table).where(where).limit(ROWS).select('rowid'))
      .delete();
    await pace.rest();
    if (deleted < ROWS) {
      return;
    }
  }
}
