import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import {
  BACKFILL_PRIORITY,
  type BackfillStretch,
} from '../backfill/BackfillQueue';
import { historyStretches } from '../backfill/historyStretches';
import type { ClaimedObjective } from './ClaimedObjective';
import type { FreshReading } from './readObjectives';

/**
 * What the backfill has to add to what was read: the history of objectives
 * that were never read before, and what an outage left open.
 */
export function openStretches(options: {
  /** Those that the source answered for. */
  objectives: ClaimedObjective[];
  readings: Map<number, FreshReading>;
}): BackfillStretch[] {
  const { objectives, readings } = options;
  return objectives.flatMap(objective => {
    const plan = readings.get(objective.id)?.plan;
    if (!plan) {
      return [];
    }
    return [
      ...(objective.backfilledFrom === undefined
        ? firstHistory(objective, plan.read.from)
        : []),
      ...(plan.gap ? [stretch(objective, 'gap', plan.gap)] : []),
    ];
  });
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
