import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import { setImmediate as breathe } from 'node:timers/promises';
import type { SloDatabase } from '../database/SloDatabase';
import { PAGE_SECONDS } from '../ledger/applyReading';
import type { LedgerReading } from '../ledger/LedgerReading';
import type { LedgerStore } from '../ledger/LedgerStore';
import { BACKFILL_PRIORITY, type BackfillGroup } from './BackfillQueue';
import type { HistoryChunk } from './planChunk';

/** Pages of one transaction, so that SQLite never blocks for long. */
const PAGES = 60;

/**
 * Writes one chunk of history in small transactions, and notes how far back
 * each objective was read. When it is interrupted, the chunk is read again.
 */
export async function recordHistory(options: {
  database: SloDatabase;
  ledger: LedgerStore;
  group: BackfillGroup;
  chunk: HistoryChunk;
  /** By objective; those left out were not asked for. */
  readings: Map<number, ObjectiveReading>;
}): Promise<void> {
  const { database, ledger, group, chunk } = options;
  const readings = ledgerReadings(options);
  const days = Math.ceil((chunk.to - chunk.from) / PAGE_SECONDS);
  const size = Math.max(1, Math.floor(PAGES / days));
  for (let index = 0; index < readings.length; index += size) {
    await database.client.transaction(async transaction => {
      const recorded = await ledger.record({
        readings: readings.slice(index, index + size),
        transaction,
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
      if (group.priority !== BACKFILL_PRIORITY.gap) {
        await transaction('slo_objective')
          .whereIn('id', [...recorded.keys()])
          .andWhere('backfilled_from', '>', chunk.from)
          .update({ backfilled_from: chunk.from });
      }
    });
    await breathe();
  }
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
