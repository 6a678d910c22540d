import type { Knex } from 'knex';
import { lockObjectives } from '../ledger/lockObjectives';

/**
 * Has objectives judged anew within a minute, also while their source is down,
 * from corrections that the transaction writes. Holds them, so that no
 * evaluation that has not seen these is written after it.
 *
 * @param options.now - Unix seconds
 */
export async function makeDue(options: {
  trx: Knex.Transaction;
  objectiveIds: number[];
  now: number;
}): Promise<void> {
  const { trx, objectiveIds, now } = options;
  await lockObjectives(trx, objectiveIds);
  await trx('slo_objective')
    .whereIn('id', objectiveIds)
    .update({ due_at: now });
  // what was kept of the day and for the outage rests on what was excluded
  await trx('slo_status')
    .whereIn('objective_id', objectiveIds)
    .update({ daily: null, content_hash: null });
}
