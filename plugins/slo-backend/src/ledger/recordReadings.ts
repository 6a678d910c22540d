import type { Knex } from 'knex';
import { applyReading } from './applyReading';
import type { LedgerPage } from './LedgerPage';
import { loadPages, savePages } from './ledgerPages';
import { type LedgerReading, measuredBuckets } from './LedgerReading';
import { type LockedObjective, lockObjectives } from './lockObjectives';

/** What became of an objective's readings. */
export interface Recorded {
  /** Start of the oldest cell that changed, Unix seconds. */
  oldestChange: number | undefined;
  /** Start of the first and end of the newest bucket ever measured. */
  measuredFrom: number | undefined;
  measuredUpTo: number | undefined;
}

/**
 * Reads the pages that readings touch, applies them and writes back what
 * changed, within a transaction that holds the objectives.
 *
 * @returns an entry for each objective whose readings were taken; objectives
 * that are gone or measure something else by now are left out
 */
export async function recordReadings(options: {
  readings: LedgerReading[];
  transaction: Knex.Transaction;
}): Promise<Map<number, Recorded>> {
  const { transaction } = options;
  const locked = await lockObjectives(
    transaction,
    options.readings.map(({ objectiveId }) => objectiveId),
  );
  const readings = options.readings.filter(reading =>
    belongsTo(reading, locked.get(reading.objectiveId)),
  );
  const results = new Map<number, Recorded>();
  if (readings.length === 0) {
    return results;
  }

  const pages = await loadPages({
    client: transaction,
    objectiveIds: readings.map(({ objectiveId }) => objectiveId),
    from: Math.min(...readings.map(({ from }) => from)),
    to: Math.max(...readings.map(({ to }) => to)),
  });
  const changed = new Set<LedgerPage>();
  for (const reading of readings) {
    const objective = locked.get(reading.objectiveId) as LockedObjective;
    const known = results.get(objective.id) ?? {
      oldestChange: undefined,
      measuredFrom: objective.measuredFrom,
      measuredUpTo: objective.measuredUpTo,
    };
    const applied = applyReading({
      pages: pages.get(objective.id) ?? [],
      reading,
    });
    applied.changed.forEach(page => changed.add(page));
    results.set(objective.id, {
      oldestChange: least(known.oldestChange, applied.oldest),
      ...measuredBounds(known, reading),
    });
  }
  await savePages({
    client: transaction,
    // a page that a later reading folded is no longer among them
    pages: [...pages.values()].flat().filter(page => changed.has(page)),
  });
  await saveBounds(transaction, locked, results);
  return results;
}

function belongsTo(
  reading: LedgerReading,
  objective: LockedObjective | undefined,
): boolean {
  return (
    objective !== undefined &&
    objective.ledgerHash === reading.measuredHash &&
    objective.definitionHash === reading.measuredHash
  );
}

function measuredBounds(
  known: Pick<Recorded, 'measuredFrom' | 'measuredUpTo'>,
  reading: LedgerReading,
): Pick<Recorded, 'measuredFrom' | 'measuredUpTo'> {
  let { measuredFrom, measuredUpTo } = known;
  for (const { start, seconds } of measuredBuckets(reading)) {
    const end = Math.min(start + seconds, reading.to);
    measuredFrom = Math.min(measuredFrom ?? start, start);
    measuredUpTo = Math.max(measuredUpTo ?? end, end);
  }
  return { measuredFrom, measuredUpTo };
}

async function saveBounds(
  transaction: Knex.Transaction,
  locked: Map<number, LockedObjective>,
  results: Map<number, Recorded>,
): Promise<void> {
  // objectives of one round share their bounds, so this is a few statements
  const groups = new Map<string, { ids: number[]; bounds: Recorded }>();
  for (const [id, bounds] of results) {
    const before = locked.get(id);
    if (
      before?.measuredFrom !== bounds.measuredFrom ||
      before?.measuredUpTo !== bounds.measuredUpTo
    ) {
      const key = `${bounds.measuredFrom}/${bounds.measuredUpTo}`;
      const group = groups.get(key) ?? { ids: [], bounds };
      group.ids.push(id);
      groups.set(key, group);
    }
  }
  for (const { ids, bounds } of groups.values()) {
    await transaction('slo_objective')
      .whereIn('id', ids)
      .update({
        measured_from: bounds.measuredFrom ?? null,
        measured_up_to: bounds.measuredUpTo ?? null,
      });
  }
}

function least(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b);
}
