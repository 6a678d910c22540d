import type { Knex } from 'knex';
import type { SqlDialect } from '@plimsoll/plugin-database';
import { keepIndexOrder } from '../database/keepIndexOrder';
import type { InboxRow } from './InboxRow';

/**
 * Takes deliveries that are due, oldest first, and holds them until the
 * transaction ends. Other replicas pass over them; if this one is killed, the
 * database lets go of them and nothing has happened.
 *
 * @param options.now - Unix milliseconds
 */
export async function claimWaiting(options: {
  trx: Knex;
  dialect: SqlDialect;
  now: number;
  limit: number;
}): Promise<InboxRow[]> {
  const { trx, dialect, now, limit } = options;
  const waiting = trx<InboxRow>('stability_inbox')
    .where({ state: 'waiting' })
    .where('next_attempt_at', '<=', now)
    .orderBy([{ column: 'next_attempt_at' }, { column: 'id' }])
    .limit(limit);
  if (dialect !== 'postgres') {
    return waiting;
  }
  await keepIndexOrder(trx);
  return waiting.forUpdate().skipLocked();
}
