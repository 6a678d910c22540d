import { NotificationOutbox } from '@plimsoll/plugin-database';
import { stateRank } from '@plimsoll/plugin-slo-common';
import type { IndexedService, ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { NOTIFICATION_TABLE } from './notificationTable';
import type { NotificationSettings } from './NotificationSettings';
import { type LostObjective, outageNotification } from './outageNotification';

/** A source that tells nothing. */
interface LostSource {
  name: string;
  /** Unix seconds. */
  since: number;
  /** app-config does not have it; otherwise it does not answer. */
  isMissing: boolean;
}

interface LostRow {
  id: number;
  entity_ref: string;
  display_name: string;
}

/** Rows of one statement. */
const CHUNK = 500;

/** @see OutageWatch */
export interface OutageWatchOptions {
  database: SloDatabase;
  services: Pick<ServiceIndex, 'getServices'>;
  /** Those of app-config and of modules. */
  sources: { names: readonly string[] };
  settings: NotificationSettings;
  /** IANA zone of times in texts. */
  timeZone: string;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Finds sources that have been down for long, or that app-config does not have
 * any more, and writes down that each owner is to be told of all objectives
 * together. Those that are found later in the same outage, as it grows, are told
 * later: each objective once.
 */
export class OutageWatch {
  readonly #options: OutageWatchOptions;
  readonly #outbox: NotificationOutbox;
  readonly #now: () => number;

  static create(options: OutageWatchOptions): OutageWatch {
    return new OutageWatch(options);
  }

  private constructor(options: OutageWatchOptions) {
    this.#options = options;
    this.#outbox = NotificationOutbox.create({
      ...options,
      table: NOTIFICATION_TABLE,
    });
    this.#now = options.now ?? Date.now;
  }

  /**
   * Looks once.
   *
   * @returns how many notifications were found
   */
  async look(signal: AbortSignal): Promise<number> {
    let found = 0;
    for (const lost of [...(await this.#down()), ...(await this.#missing())]) {
      signal.throwIfAborted();
      found += await this.#tell(lost);
    }
    return found;
  }

  async #down(): Promise<LostSource[]> {
    const { database, sources, settings } = this.#options;
    const rows: Array<{ name: string; down_since: number | string }> =
      await database
        .client('slo_source')
        .where({ up: false })
        .whereIn('name', sources.names)
        .where('down_since', '<=', this.#now() - settings.silentSeconds * 1_000)
        .orderBy('name')
        .select('name', 'down_since');
    return rows.map(({ name, down_since: since }) => ({
      name,
      since: Math.floor(Number(since) / 1_000),
      isMissing: false,
    }));
  }

  /** From the end of the last data that it gave to anyone. */
  async #missing(): Promise<LostSource[]> {
    const { database, sources, settings } = this.#options;
    const rows: Array<{ source: string; since: number | string }> =
      await database
        .client('slo_status as s')
        .join('slo_objective as o', 'o.id', 's.objective_id')
        .where('s.state_rank', stateRank('no-data'))
        .whereNotIn('o.source', sources.names)
        .whereNull('o.removed_at')
        .whereNotNull('s.data_up_to')
        .groupBy('o.source')
        .orderBy('o.source')
        .select('o.source', database.client.raw('max(s.data_up_to) as since'));
    const until = this.#now() / 1_000 - settings.silentSeconds;
    return rows
      .map(({ source, since }) => ({
        name: source,
        since: Number(since),
        isMissing: true,
      }))
      .filter(({ since }) => since <= until);
  }

  async #tell(source: LostSource): Promise<number> {
    const { database, services, timeZone } = this.#options;
    const { since } = source;
    const { client } = database;
    const lost = await this.#lost(client, source);
    if (lost.length === 0) {
      return 0;
    }
    const known = await services.getServices(
      lost.map(({ entity_ref: ref }) => ref),
    );
    // of the others their owners are told once they have some
    const ids = lost
      .filter(({ entity_ref: ref }) => known.get(ref)?.owners.length)
      .map(({ id }) => id);
    if (ids.length === 0) {
      return 0;
    }
    return patientTransaction({ database }, async transaction => {
      const told = await markTold({ transaction, ids, since });
      const rows = lost.filter(({ id }) => told.has(id));
      const notifications = [...byOwner(rows, known)].map(
        ([owner, objectives]) =>
          outageNotification({
            ...source,
            source: source.name,
            owner,
            objectives,
            timeZone,
          }),
      );
      const now = this.#now();
      await this.#outbox.add({ transaction, notifications, now });
      return notifications.length;
    });
  }

  /** Objectives that had data, whose owners do not know that they stopped. */
  async #lost(client: Knex, source: LostSource): Promise<LostRow[]> {
    const { settings } = this.#options;
    const rows = client('slo_status as s')
      .join('slo_objective as o', 'o.id', 's.objective_id')
      .join('slo_watch as w', 'w.objective_id', 's.objective_id')
      .where({
        's.state_rank': stateRank(source.isMissing ? 'no-data' : 'unknown'),
        'o.source': source.name,
      })
      .whereNull('o.removed_at')
      .whereNotNull('s.data_up_to')
      .whereNull('w.silent_since')
      .orderBy('s.objective_id')
      .select('o.id', 'o.entity_ref', 'o.display_name');
    if (!settings.tellsExisting) {
      rows.where('w.settled', true);
    }
    return rows;
  }
}

/**
 * Marks objectives as told.
 *
 * @returns those that nobody has told of: another replica may look as well
 */
async function markTold(options: {
  transaction: Knex.Transaction;
  ids: readonly number[];
  since: number;
}): Promise<ReadonlySet<number>> {
  const { transaction, ids, since } = options;
  const told = new Set<number>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    // in one order everywhere, so that replicas wait for each other
    const free: number[] = await transaction('slo_watch')
      .whereIn('objective_id', ids.slice(start, start + CHUNK))
      .whereNull('silent_since')
      .orderBy('objective_id')
      .forUpdate()
      .pluck('objective_id');
    await transaction('slo_watch')
      .whereIn('objective_id', free)
      .update({ silent_since: since, data_since: null });
    free.forEach(id => told.add(id));
  }
  return told;
}

function byOwner(
  lost: readonly LostRow[],
  services: Map<string, IndexedService>,
): Map<string, LostObjective[]> {
  const owners = new Map<string, LostObjective[]>();
  for (const { id, entity_ref: entityRef, display_name: displayName } of lost) {
    const service = services.get(entityRef);
    for (const owner of service?.owners ?? []) {
      const objectives = owners.get(owner) ?? [];
      objectives.push({ id, entityRef, displayName, title: service?.title });
      owners.set(owner, objectives);
    }
  }
  return owners;
}
