import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import type { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { updateObjectives } from '../database/updateObjectives';
import { PAGE_SECONDS } from '../ledger/applyReading';
import type { LedgerReading } from '../ledger/LedgerReading';
import { lockObjectives } from '../ledger/lockObjectives';
import { recordReadings } from '../ledger/recordReadings';
import { BACKFILL_PRIORITY, type BackfillGroup } from './BackfillQueue';
import type { HistoryChunk } from './planChunk';

/** Pages of one transaction, so that SQLite never blocks for long. */
const PAGES = 60;

/**
 * Writes one chunk of history in small transactions, and notes how far back
 * each objective was read. When it is interrupted, the chunk is read again. A
 * replica that slept until another one took over writes nothing any more.
 *
 * @returns the objectives whose readings were taken; those that were faulty, or
 * made with another definition, are left out; `undefined` when another replica
 * has taken over
 */
export async function recordHistory(options: {
  database: SloDatabase;
  group: BackfillGroup;
  chunk: HistoryChunk;
  /** By objective; those left out were not asked for. */
  readings: Map<number, ObjectiveReading>;
  /** Asked by each transaction when it has the objectives. */
  isHeld(transaction: Knex.Transaction): Promise<boolean>;
}): Promise<Set<number> | undefined> {
  const { database, group, chunk, isHeld } = options;
  const taken = new Set<number>();
  const readings = ledgerReadings(options);
  const reachedBack = { backfilled_from: chunk.from };
  const backfilled = new Set(
    group.items
      .filter(
        ({ objective }) =>
          group.priority !== BACKFILL_PRIORITY.gap &&
          (objective.backfilledFrom ?? Infinity) > chunk.from,
      )
      .map(({ objective }) => objective.id),
  );
  const days = Math.ceil((chunk.to - chunk.from) / PAGE_SECONDS);
  const size = Math.max(1, Math.floor(PAGES / days));
  for (let index = 0; index < readings.length; index += size) {
    const part = readings.slice(index, index + size);
    const ids = await patientTransaction({ database }, async transaction => {
      const locked = await lockObjectives(
        transaction,
        part.map(({ objectiveId }) => objectiveId),
      );
      if (!(await isHeld(transaction))) {
        return undefined;
      }
      const recorded = await recordReadings({
        readings: part,
        transaction,
        locked,
      });
      const changed = [...recorded].filter(
        ([, { oldestChange }]) => oldestChange !== undefined,
      );
      await transaction('slo_status')
        .whereIn(
          'objective_id',
          changed.map(([id]) => id),
        )
        .whereNotNull('daily')
        .update({ daily: null });
      await updateObjectives({
        client: transaction,
        changes: new Map(
          [...recorded].map(([id, { change }]) => [
            id,
            { ...change, ...(backfilled.has(id) && reachedBack) },
          ]),
        ),
      });
      return recorded.keys();
    });
    if (!ids) {
      return undefined;
    }
    for (const id of ids) {
      taken.add(id);
    }
    await breathe();
  }
  return taken;
}

function ledgerReadings({
  group,
  chunk,
  readings,
}: Parameters<typeof recordHistory>[0]): LedgerReading[] {
  return group.items.flatMap(({ objective }) => {
    const reading = readings.get(objective.id);
    return reading && reading.faults.length === 0
      ? [
          {
            objectiveId: objective.id,
            measuredHash: objective.definitionHash,
            ...chunk,
            buckets: reading.buckets,
            inconsistent: reading.inconsistent,
          },
        ]
      : [];
  });
}
