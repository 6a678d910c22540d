import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { setImmediate as breathe } from 'node:timers/promises';
import type { SloDatabase } from '../database/SloDatabase';
import { COARSE_STEP, coarseHorizon } from './cellSteps';
import { rollDownCoarse, rollDownFine } from './rollDown';

const DAY_SECONDS = 86_400;
/** Objectives that one statement looks at. */
const BATCH = 100;

/** @see LedgerMaintenance */
export interface LedgerMaintenanceOptions {
  database: SloDatabase;
  logger: LoggerService;
  /** Days that the ledger is kept. */
  keepDays: number;
  /** Days that a removed objective and its ledger are kept. */
  keepRemovedDays: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** What a maintenance run did. */
export interface MaintenanceReport {
  foldedPages: number;
  removedObjectives: number;
  removedPages: number;
}

/**
 * Keeps the ledger small: older cells become coarser, what is too old goes, and
 * so does what belongs to objectives that were removed long ago. One replica
 * does it for all; it may be interrupted at any moment.
 */
export class LedgerMaintenance {
  readonly #options: LedgerMaintenanceOptions;
  readonly #now: () => number;

  static create(options: LedgerMaintenanceOptions): LedgerMaintenance {
    return new LedgerMaintenance(options);
  }

  private constructor(options: LedgerMaintenanceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'slo-ledger-maintenance',
      frequency: { minutes: 30 },
      timeout: { minutes: 5 },
      initialDelay: { minutes: 2 },
      scope: 'global',
      fn: async signal => {
        const report = await this.run(signal);
        this.#options.logger.info('Kept the ledger small', { ...report });
      },
    });
  }

  /** Does what is to be done, in small transactions, until `signal` aborts. */
  async run(signal: AbortSignal): Promise<MaintenanceReport> {
    const { database } = this.#options;
    const now = Math.floor(this.#now() / 1000);
    const report: MaintenanceReport = {
      foldedPages: await this.#repeat(signal, () =>
        rollDownFine({ database, now }),
      ),
      removedObjectives: await this.#repeat(signal, () =>
        this.#removeObjectives(now),
      ),
      removedPages: 0,
    };
    for await (const ids of this.#objectiveIds(signal)) {
      report.removedPages += await this.#removePages(ids, now);
      for (const objectiveId of await this.#withOldPages(ids, now)) {
        report.foldedPages += await this.#repeat(signal, () =>
          rollDownCoarse({ database, objectiveId, now }),
        );
      }
    }
    await this.#removeSourceGaps(now);
    return report;
  }

  async #repeat(
    signal: AbortSignal,
    step: () => Promise<number>,
  ): Promise<number> {
    let sum = 0;
    for (;;) {
      signal.throwIfAborted();
      const count = await step();
      if (count === 0) {
        return sum;
      }
      sum += count;
      await breathe();
    }
  }

  async *#objectiveIds(signal: AbortSignal): AsyncGenerator<number[]> {
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const rows: Array<{ id: number }> = await this.#options.database
        .client('slo_objective')
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH);
      if (rows.length === 0) {
        return;
      }
      yield rows.map(({ id }) => id);
      after = rows[rows.length - 1].id;
      await breathe();
    }
  }

  /** Objectives with cells finer than days that are old enough to be folded. */
  async #withOldPages(ids: number[], now: number): Promise<number[]> {
    const rows: Array<{ objective_id: number }> = await this.#options.database
      .client('slo_ledger')
      .distinct('objective_id')
      .whereIn('objective_id', ids)
      .andWhere('start', '<', coarseHorizon(now))
      .andWhere('step', '<=', COARSE_STEP);
    return rows.map(row => row.objective_id);
  }

  async #removePages(ids: number[], now: number): Promise<number> {
    const { database, keepDays } = this.#options;
    return database
      .client('slo_ledger')
      .whereIn('objective_id', ids)
      .andWhere('start', '<', now - keepDays * DAY_SECONDS)
      .delete();
  }

  async #removeObjectives(now: number): Promise<number> {
    const { database, keepRemovedDays } = this.#options;
    const gone = now - keepRemovedDays * DAY_SECONDS;
    return database.client.transaction(async transaction => {
      const rows: Array<{ id: number }> = await transaction('slo_objective')
        .select('id')
        .where('removed_at', '<', gone)
        .orderBy('id')
        .limit(BATCH)
        .forUpdate();
      const ids = rows.map(({ id }) => id);
      await transaction('slo_ledger').whereIn('objective_id', ids).delete();
      await transaction('slo_backfill').whereIn('objective_id', ids).delete();
      await transaction('slo_status').whereIn('objective_id', ids).delete();
      await transaction('slo_objective').whereIn('id', ids).delete();
      return ids.length;
    });
  }

  async #removeSourceGaps(now: number): Promise<void> {
    const { database, keepDays } = this.#options;
    await database
      .client('slo_source_gap')
      .where('end', '<', now - keepDays * DAY_SECONDS)
      .delete();
  }
}
