import { setImmediate as breathe } from 'node:timers/promises';
import {
  NotificationOutbox,
  type OwnerNotification,
} from '@plimsoll/plugin-database';
import type { IndexedService, ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { budgetNotification } from './budgetNotification';
import { nextWatch, type WatchStep } from './nextWatch';
import { NOTIFICATION_TABLE } from './notificationTable';
import type { NotificationSettings } from './NotificationSettings';
import { type CandidateRow, selectCandidates } from './selectCandidates';
import { silenceNotification } from './silenceNotification';
import {
  toWatchRow,
  type Watch,
  type WatchedObjective,
  watchedObjective,
  type WatchedRow,
} from './WatchedObjective';

/** Ids that one statement looks over, so that none holds SQLite for long. */
const SPAN = 1_000;
/** Objectives of one transaction. */
const BATCH = 100;

/** @see OwnerWatch */
export interface OwnerWatchOptions {
  database: SloDatabase;
  services: Pick<ServiceIndex, 'getServices'>;
  settings: NotificationSettings;
  /** IANA zone of times in texts. */
  timeZone: string;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Compares the statuses that the evaluation wrote with what owners were told
 * last, and writes down what they are to be told now. That and how far they
 * have been told are one transaction, under the lock of the objective's row, so
 * an event is written once, however many replicas look and wherever one is
 * killed.
 */
export class OwnerWatch {
  readonly #options: OwnerWatchOptions;
  readonly #outbox: NotificationOutbox;
  readonly #now: () => number;

  static create(options: OwnerWatchOptions): OwnerWatch {
    return new OwnerWatch(options);
  }

  private constructor(options: OwnerWatchOptions) {
    this.#options = options;
    this.#outbox = NotificationOutbox.create({
      ...options,
      table: NOTIFICATION_TABLE,
    });
    this.#now = options.now ?? Date.now;
  }

  /**
   * Looks at every objective that may have news, once.
   *
   * @returns how many notifications were found
   */
  async look(signal: AbortSignal): Promise<number> {
    const { database, services, settings } = this.#options;
    const newest = await database
      .client('slo_status')
      .max({ id: 'objective_id' })
      .first();
    const last = Number(newest?.id ?? 0);
    let found = 0;
    for (let after = 0; after < last; after += SPAN) {
      signal.throwIfAborted();
      const candidates: CandidateRow[] = await selectCandidates({
        client: database.client,
        settings,
        after,
        upTo: after + SPAN,
        now: Math.floor(this.#now() / 1000),
      });
      for (let start = 0; start < candidates.length; start += BATCH) {
        const batch = candidates.slice(start, start + BATCH);
        const known = await services.getServices(
          batch.map(({ entity_ref: ref }) => ref),
        );
        found += await patientTransaction({ database }, transaction =>
          this.#lookAt(transaction, batch, known),
        );
      }
      await breathe();
    }
    return found;
  }

  async #lookAt(
    transaction: Knex.Transaction,
    candidates: CandidateRow[],
    services: Map<string, IndexedService>,
  ): Promise<number> {
    const now = this.#now();
    const at = Math.floor(now / 1000);
    await beginToWatch({ transaction, candidates, at });
    const found: OwnerNotification[] = [];
    const changed: Watch[] = [];
    for (const watched of await lockWatched(transaction, candidates)) {
      const { settings } = this.#options;
      const step = nextWatch({ watched, settings, at });
      const service = services.get(watched.entityRef);
      const watch = service?.owners.length ? step.watch : untold(watched, step);
      if (JSON.stringify(watch) !== JSON.stringify(watched.watch)) {
        changed.push(watch);
      }
      found.push(...this.#notifications({ watched, step, service }));
    }
    await this.#outbox.add({ transaction, notifications: found, now });
    if (changed.length > 0) {
      await transaction('slo_watch')
        .insert(changed.map(toWatchRow))
        .onConflict('objective_id')
        .merge();
    }
    return found.length;
  }

  #notifications(options: {
    watched: WatchedObjective;
    step: WatchStep;
    service: IndexedService | undefined;
  }): OwnerNotification[] {
    const { watched, step, service } = options;
    const { passed, silentSince } = step;
    const { timeZone } = this.#options;
    const owners = service?.owners ?? [];
    if (owners.length === 0) {
      return [];
    }
    const common = { watched, owners, title: service?.title, timeZone };
    return [
      ...(passed ? [budgetNotification({ ...common, ...passed })] : []),
      ...(silentSince === undefined
        ? []
        : [silenceNotification({ ...common, since: silentSince })]),
    ];
  }
}

/**
 * What nobody could be told is news still, for whoever will own the service. It
 * is found again at the next look as it stands then, so nothing gathers.
 */
function untold({ watch }: WatchedObjective, step: WatchStep): Watch {
  return {
    ...step.watch,
    ...(step.passed && { budget: watch.budget }),
    ...(step.silentSince !== undefined && { data: watch.data }),
  };
}

/** New ones have a row first, so that another replica waits for it. */
async function beginToWatch(options: {
  transaction: Knex;
  candidates: CandidateRow[];
  /** Unix seconds. */
  at: number;
}): Promise<void> {
  const { transaction, candidates, at } = options;
  const rows = candidates
    .filter(({ is_new: isNew }) => Boolean(isNew))
    .map(({ id, definition_hash: definitionHash }) =>
      toWatchRow({
        objectiveId: id,
        definitionHash,
        watchedSince: at,
        isSettled: false,
        budget: { level: 0, episode: at },
        data: {},
      }),
    );
  if (rows.length > 0) {
    await transaction('slo_watch')
      .insert(rows)
      .onConflict('objective_id')
      .merge()
      .whereRaw('slo_watch.definition_hash <> excluded.definition_hash');
  }
}

/**
 * The objectives under their locks. They are read after those are had: what is
 * read while waiting may be older than what the one before has told of.
 */
async function lockWatched(
  transaction: Knex,
  candidates: CandidateRow[],
): Promise<WatchedObjective[]> {
  const ids = candidates.map(({ id }) => id);
  await transaction('slo_watch')
    .select('objective_id')
    .whereIn('objective_id', ids)
    .orderBy('objective_id')
    .forUpdate();
  const rows: WatchedRow[] = await transaction('slo_watch as w')
    .join('slo_objective as o', 'o.id', 'w.objective_id')
    .join('slo_status as s', 's.objective_id', 'w.objective_id')
    .whereIn('w.objective_id', ids)
    .whereNull('o.removed_at')
    .whereRaw('w.definition_hash = o.definition_hash')
    .whereRaw('s.content_hash = o.content_hash')
    .orderBy('w.objective_id')
    .select(
      'w.*',
      'o.ref',
      'o.objective',
      'o.entity_ref',
      'o.display_name',
      'o.definition',
      's.state',
      's.payload',
      's.evaluated_at',
    );
  return rows.map(watchedObjective);
}
