import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { type TimeWindow, windowSeconds } from '@plimsoll/plugin-slo-common';
import { setImmediate as breathe } from 'node:timers/promises';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { COARSE_STEP, coarseHorizon } from './cellSteps';
import { rollDownCoarse, rollDownFine } from './rollDown';

const DAY_SECONDS = 86_400;
/** Objectives that one statement looks at. */
const BATCH = 100;
/** A window may be so much longer than its nominal length, and cut a page. */
const WINDOW_MARGIN_SECONDS = 3 * DAY_SECONDS;

/** @see LedgerMaintenance */
export interface LedgerMaintenanceOptions {
  database: SloDatabase;
  logger: LoggerService;
  /** Days that the ledger is kept; a longer window of its own is kept too. */
  keepDays: number;
  /** Days that a removed objective and its ledger are kept. */
  keepRemovedDays: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** An objective, and how long its ledger is kept, seconds. */
interface KeptObjective {
  id: number;
  keepSeconds: number;
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
    for await (const objectives of this.#objectives(signal)) {
      const ids = objectives.map(({ id }) => id);
      report.removedPages += await this.#removePages(objectives, now);
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

  async *#objectives(signal: AbortSignal): AsyncGenerator<KeptObjective[]> {
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const rows: Array<{ id: number; definition: string }> =
        await this.#options.database
          .client('slo_objective')
          .select('id', 'definition')
          .where('id', '>', after)
          .orderBy('id')
          .limit(BATCH);
      if (rows.length === 0) {
        return;
      }
      yield rows.map(({ id, definition }) => ({
        id,
        keepSeconds: this.#keepSeconds(JSON.parse(definition)),
      }));
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

  /** No document of one team must be judged by less than it asks for. */
  #keepSeconds({ window }: { window: TimeWindow }): number {
    return Math.max(
      this.#options.keepDays * DAY_SECONDS,
      windowSeconds(window.duration) + WINDOW_MARGIN_SECONDS,
    );
  }

  async #removePages(
    objectives: KeptObjective[],
    now: number,
  ): Promise<number> {
    const { database } = this.#options;
    let removed = 0;
    for (const keepSeconds of new Set(objectives.map(o => o.keepSeconds))) {
      removed += await database
        .client('slo_ledger')
        .whereIn(
          'objective_id',
          objectives.flatMap(objective =>
            objective.keepSeconds === keepSeconds ? [objective.id] : [],
          ),
        )
        .andWhere('start', '<', now - keepSeconds)
        .delete();
    }
    return removed;
  }

  async #removeObjectives(now: number): Promise<number> {
    const { database, keepRemovedDays } = this.#options;
    const gone = now - keepRemovedDays * DAY_SECONDS;
    return patientTransaction({ database }, async transaction => {
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
