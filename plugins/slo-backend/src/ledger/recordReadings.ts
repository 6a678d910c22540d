import type { Knex } from 'knex';
import { briefPace } from '../database/briefPace';
import type { ObjectiveChange } from '../database/updateObjectives';
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
  /** What is to be written to the objective's row, with whatever else is. */
  change: ObjectiveChange;
}

/**
 * Reads the pages that readings touch, applies them and writes back what
 * changed, within a transaction that holds the objectives. Their rows are not
 * written: the caller does that, once for all.
 *
 * @param options.locked - the objectives, where the caller has locked them
 * @returns an entry for each objective whose readings were taken; objectives
 * that are gone or measure something else by now are left out
 */
export async function recordReadings(options: {
  readings: LedgerReading[];
  transaction: Knex.Transaction;
  locked?: ReadonlyMap<number, LockedObjective>;
}): Promise<Map<number, Recorded>> {
  const { transaction } = options;
  const locked =
    options.locked ??
    (await lockObjectives(
      transaction,
      options.readings.map(({ objectiveId }) => objectiveId),
    ));
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
  const pace = briefPace();
  for (const reading of readings) {
    const objective = locked.get(reading.objectiveId) as LockedObjective;
    const known: Partial<Recorded> = results.get(objective.id) ?? objective;
    const applied = applyReading({
      pages: pages.get(objective.id) ?? [],
      reading,
    });
    applied.changed.forEach(page => changed.add(page));
    const bounds = measuredBounds(known, reading);
    results.set(objective.id, {
      ...bounds,
      oldestChange: least(known.oldestChange, applied.oldest),
      change: newBounds(objective, bounds),
    });
    await pace.rest();
  }
  await savePages({
    client: transaction,
    // a page that a later reading folded is no longer among them
    pages: [...pages.values()].flat().filter(page => changed.has(page)),
  });
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
  known: Partial<Recorded>,
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

/** The bounds that are not what the objective's row says. */
function newBounds(
  before: Pick<Recorded, 'measuredFrom' | 'measuredUpTo'>,
  after: Pick<Recorded, 'measuredFrom' | 'measuredUpTo'>,
): ObjectiveChange {
  const { measuredFrom, measuredUpTo } = after;
  return {
    ...(measuredFrom !== before.measuredFrom && {
      measured_from: measuredFrom,
    }),
    ...(measuredUpTo !== before.measuredUpTo && {
      measured_up_to: measuredUpTo,
    }),
  };
}

function least(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b);
}
