import { gapsOf, type LedgerRange } from '@plimsoll/plugin-slo-common';
import type { SloDatabase } from '../../database/SloDatabase';
import { updateObjectives } from '../../database/updateObjectives';
import type { LedgerReading } from '../LedgerReading';
import { LedgerStore } from '../LedgerStore';
import { type Recorded, recordReadings } from '../recordReadings';

/** A ledger that tests also write to by hand, and look for gaps in. */
export interface TestLedger extends LedgerStore {
  /** Writes readings and the bounds of what was measured, as evaluations do. */
  record(options: {
    readings: LedgerReading[];
  }): Promise<Map<number, Recorded>>;
  /** The stretches of `[from, to)` that nothing was measured in. */
  gaps(options: { objectiveId: number } & LedgerRange): Promise<LedgerRange[]>;
}

export function createTestLedger(options: {
  database: SloDatabase;
}): TestLedger {
  const { client } = options.database;
  const ledger = LedgerStore.create(options);
  return Object.assign(ledger, {
    record: ({ readings }: { readings: LedgerReading[] }) =>
      client.transaction(async transaction => {
        const recorded = await recordReadings({ readings, transaction });
        await updateObjectives({
          client: transaction,
          changes: new Map(
            [...recorded].map(([id, { change }]) => [id, change]),
          ),
        });
        return recorded;
      }),
    gaps: async (stretch: { objectiveId: number } & LedgerRange) =>
      gapsOf({
        buckets: await ledger.readBuckets(stretch),
        from: stretch.from,
        to: stretch.to,
      }),
  });
}
