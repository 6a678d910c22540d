import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import {
  COARSE_STEP,
  coarseHorizon,
  FINE_STEP,
  fineHorizon,
} from './cellSteps';
import { foldIntoZoneDays, zoneMidnight } from './foldIntoZoneDays';
import { LedgerPage, type LedgerPageRow } from './LedgerPage';
import { savePages } from './ledgerPages';
import { lockObjectives } from './lockObjectives';

/** Pages of one transaction, so that SQLite never blocks for long. */
const PAGES = 60;

/**
 * Folds some pages whose three days of fine cells are over into coarse cells.
 *
 * @param options.now - Unix seconds
 * @returns how many pages were folded; 0 when none is left
 */
export async function rollDownFine(options: {
  database: SloDatabase;
  now: number;
}): Promise<number> {
  const { database, now } = options;
  const foldable = (client: Knex) =>
    client<LedgerPageRow>('slo_ledger')
      .where('step', FINE_STEP)
      .andWhere('start', '<', fineHorizon(now))
      .orderBy('start')
      .limit(PAGES);
  const found = await foldable(database.client).select('objective_id');
  const ids = [...new Set(found.map(row => row.objective_id))];
  if (ids.length === 0) {
    return 0;
  }
  return patientTransaction({ database }, async transaction => {
    await lockObjectives(transaction, ids);
    const rows = await foldable(transaction).whereIn('objective_id', ids);
    await savePages({
      client: transaction,
      pages: rows.map(row => LedgerPage.fromRow(row).fold(COARSE_STEP)),
    });
    return rows.length;
  });
}

/**
 * Folds some pages of one objective that are older than 400 days into days of
 * its zone: that of its calendar window, else UTC. A day is folded when all of
 * it is that old.
 *
 * @param options.now - Unix seconds
 * @returns how many pages were folded; 0 when none is left
 */
export async function rollDownCoarse(options: {
  database: SloDatabase;
  objectiveId: number;
  now: number;
}): Promise<number> {
  const { database, objectiveId: id, now } = options;
  return patientTransaction({ database }, async transaction => {
    await lockObjectives(transaction, [id]);
    const objective: { definition: string } | undefined = await transaction(
      'slo_objective',
    )
      .select('definition')
      .where({ id })
      .first();
    if (!objective) {
      return 0;
    }
    const timeZone = zoneOf(JSON.parse(objective.definition));
    const horizon = zoneMidnight(coarseHorizon(now), timeZone);
    const rows = await transaction<LedgerPageRow>('slo_ledger')
      .where('objective_id', id)
      .andWhere('start', '<', horizon)
      .andWhere('step', '<=', COARSE_STEP)
      .orderBy('start')
      .limit(PAGES);
    const pages = rows.map(row => LedgerPage.fromRow(row));
    const end = pages.at(-1)?.end ?? horizon;
    const until =
      pages.length < PAGES
        ? horizon
        : Math.min(horizon, zoneMidnight(end, timeZone));
    const { days, rest } = foldIntoZoneDays({ pages, timeZone, until });
    if (days.length === 0) {
      return 0;
    }
    await transaction('slo_ledger')
      .where('objective_id', id)
      .whereIn(
        'start',
        pages.map(({ start }) => start),
      )
      .delete();
    await savePages({ client: transaction, pages: [...days, ...rest] });
    return pages.length;
  });
}

function zoneOf({ window }: Pick<ObjectiveDefinition, 'window'>): string {
  return window.kind === 'calendar' ? window.timeZone : 'UTC';
}
