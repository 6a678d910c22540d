import { sqlDialectOf } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';

/**
 * Lets PostgreSQL follow the indexes that have the order which is asked for, to
 * the end of the transaction. What waits is next to nothing on most days, and by
 * the figures of such a day sorting seems as good: a backlog would be sorted as
 * a whole for each batch that is taken from it.
 */
export async function keepIndexOrder(trx: Knex): Promise<void> {
  if (sqlDialectOf(trx) === 'postgres') {
    await trx.raw('set local enable_sort = off');
  }
}
