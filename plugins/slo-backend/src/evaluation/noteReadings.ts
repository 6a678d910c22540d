import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  BACKFILL_PRIORITY,
  type BackfillStretch,
  enqueueBackfill,
} from '../backfill/BackfillQueue';
import { historyStretches } from '../backfill/historyStretches';
import type { ClaimedObjective } from './ClaimedObjective';
import type { FreshReading } from './readObjectives';

/** Notes how far objectives were read, and what the backfill has to add. */
export async function noteReadings(options: {
  transaction: Knex.Transaction;
  /** Those that the source answered for. */
  objectives: ClaimedObjective[];
  readings: Map<number, FreshReading>;
  /** Unix seconds of the evaluation. */
  at: number;
}): Promise<void> {
  const { transaction, objectives, readings, at } = options;
  const ids = objectives.map(({ id }) => id);
  if (ids.length === 0) {
    return;
  }
  await transaction('slo_objective')
    .whereIn('id', ids)
    .update({ read_up_to: at });
  const unseen = objectives.filter(
    ({ backfilledFrom }) => backfilledFrom === undefined,
  );
  if (unseen.length > 0) {
    await transaction('slo_objective')
      .whereIn(
        'id',
        unseen.map(({ id }) => id),
      )
      .update({ backfilled_from: at });
  }
  const stretches = objectives.flatMap(objective => {
    const plan = readings.get(objective.id)?.plan;
    return [
      ...(unseen.includes(objective) && plan
        ? firstHistory(objective, plan.read.from)
        : []),
      ...(plan?.gap ? [stretch(objective, 'gap', plan.gap)] : []),
    ];
  });
  await enqueueBackfill({ client: transaction, stretches, now: at });
}

function firstHistory(
  objective: ClaimedObjective,
  upTo: number,
): BackfillStretch[] {
  const { window } = objective.definition;
  const stretches = historyStretches({ window, at: upTo });
  return [
    stretch(objective, 'window', stretches.window),
    stretch(objective, 'history', stretches.history),
  ];
}

function stretch(
  { id, definition }: ClaimedObjective,
  priority: keyof typeof BACKFILL_PRIORITY,
  range: LedgerRange,
): BackfillStretch {
  return {
    objectiveId: id,
    source: definition.source,
    priority: BACKFILL_PRIORITY[priority],
    ...range,
  };
}
