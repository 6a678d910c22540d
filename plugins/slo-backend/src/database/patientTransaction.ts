import type { Knex } from 'knex';
import type { SloDatabase } from './SloDatabase';

/**
 * How long PostgreSQL waits in a transaction for the next statement, well below
 * the lease of a replica, milliseconds.
 */
const PATIENCE_MS = 10_000;

/**
 * A transaction that ends when its process does, however that is. The server
 * sees at once that a process was killed. It does not see that its machine
 * stands still or is gone: the rows that the transaction holds would wait for
 * hours, and no replica could take them over.
 *
 * @param options.patienceMs - longest pause between two statements
 */
export async function patientTransaction<T>(
  options: {
    database: Pick<SloDatabase, 'client' | 'isShared'>;
    patienceMs?: number;
  },
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const { database, patienceMs = PATIENCE_MS } = options;
  return database.client.transaction(async transaction => {
    if (database.isShared) {
      await transaction.raw(
        `set local idle_in_transaction_session_timeout = ${patienceMs}`,
      );
    }
    return work(transaction);
  });
}
