import type { Knex } from 'knex';
import { whereIdIn } from '../database/whereIdIn';

/** What must be known about an objective before its ledger is written. */
export interface LockedObjective {
  id: number;
  /** Names what its definition measures now. */
  definitionHash: string;
  /** Names what its ledger was measured with; undefined before the first time. */
  ledgerHash: string | undefined;
  /** Unix seconds; undefined while nothing was measured. */
  measuredFrom: number | undefined;
  measuredUpTo: number | undefined;
  /** The claim that holds it now. */
  lease: string | undefined;
  /** The catalog has it no longer. */
  isRemoved: boolean;
}

/** Columns of `slo_objective` that the ledger reads. */
interface ObjectiveRow {
  id: number;
  definition_hash: string;
  ledger_hash: string | null;
  measured_from: number | string | null;
  measured_up_to: number | string | null;
  lease_owner: string | null;
  removed_at: number | string | null;
}

/**
 * Holds objectives until the transaction ends, so that the evaluation, the
 * backfill and the roll-down, on whatever replica, never write one ledger at
 * the same time. Objectives that are gone are left out. On SQLite the single
 * connection does the same.
 */
export async function lockObjectives(
  transaction: Knex.Transaction,
  ids: number[],
): Promise<Map<number, LockedObjective>> {
  const query = transaction<ObjectiveRow>('slo_objective')
    .select(
      'id',
      'definition_hash',
      'ledger_hash',
      'measured_from',
      'measured_up_to',
      'lease_owner',
      'removed_at',
    )
    .modify(whereIdIn, 'id', ids)
    // always in the same order, so that two replicas cannot wait for each other
    .orderBy('id')
    .forUpdate();
  const rows: ObjectiveRow[] = await query;
  return new Map(
    rows.map(row => [
      row.id,
      {
        id: row.id,
        definitionHash: row.definition_hash,
        ledgerHash: row.ledger_hash ?? undefined,
        measuredFrom: secondsOf(row.measured_from),
        measuredUpTo: secondsOf(row.measured_up_to),
        lease: row.lease_owner ?? undefined,
        isRemoved: row.removed_at !== null,
      },
    ]),
  );
}

function secondsOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
