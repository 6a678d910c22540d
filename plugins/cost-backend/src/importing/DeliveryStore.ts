import type { BillFault, BillReading } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import type { BillPeriod } from './LineStage';

/** A replica that says nothing for so long has lost its delivery. */
export const LEASE_MS = 60_000;

/** Faults kept of a delivery; more than this many kinds do not exist. */
const FAULTS = 100;

/** A delivery that this replica reads now. */
export interface ClaimedDelivery {
  source: string;
  id: string;
  /** What was read of it before; the empty text for nothing. */
  version: string;
  /** Whether that version was refused, and may be read now for all that. */
  isRefused: boolean;
  /** Since when it is held back for having less, Unix milliseconds. */
  heldAt?: number;
  attempts: number;
  formerPeriods: BillPeriod[];
}

interface DeliveryRow {
  source: string;
  id: string;
  version: string;
  state: string;
  attempts: number;
  periods: string;
  held_at: string | number | null;
}

const faultsText = (faults: readonly BillFault[]) =>
  JSON.stringify(faults.slice(0, FAULTS));

/** What is known of deliveries, and who reads which (`cost_delivery`). */
export class DeliveryStore {
  readonly #client: Knex;
  readonly #owner: string;
  readonly #now: () => number;

  /** @param options.owner - names this replica */
  static create(options: {
    client: Knex;
    owner: string;
    now: () => number;
  }): DeliveryStore {
    return new DeliveryStore(options);
  }

  private constructor(options: {
    client: Knex;
    owner: string;
    now: () => number;
  }) {
    this.#client = options.client;
    this.#owner = options.owner;
    this.#now = options.now;
  }

  /**
   * Marks a delivery whose content was not read yet.
   *
   * @param options.dueAt - the same for all that were listed together, Unix
   * milliseconds: of these the newest period is read first
   */
  async enqueue(options: {
    source: string;
    id: string;
    dueAt: number;
  }): Promise<void> {
    const { source, id, dueAt } = options;
    await this.#client('cost_delivery')
      .insert({
        source,
        id,
        version: '',
        state: 'reading',
        due_at: dueAt,
      })
      .onConflict(['source', 'id'])
      .merge({ due_at: dueAt, attempts: 0 });
  }

  /**
   * Lets deliveries be read again that were refused for what may have changed
   * meanwhile, without a change of their own.
   */
  async retryRefused(source: string): Promise<void> {
    await this.#client('cost_delivery')
      .where({ source, state: 'refused' })
      .whereNotNull('due_at')
      .update({ due_at: this.#now() });
  }

  /**
   * Versions that were read or refused, or that could not be read and have
   * their time to be tried again, by the id of the delivery.
   */
  async versions(source: string): Promise<Map<string, string[]>> {
    const rows: Array<{
      id: string;
      version: string;
      failed_version: string | null;
    }> = await this.#client('cost_delivery')
      .where({ source })
      .select('id', 'version', 'failed_version');
    return new Map(
      rows.map(({ id, version, failed_version: failed }) => [
        id,
        failed === null ? [version] : [version, failed],
      ]),
    );
  }

  /** Takes a delivery that is due and that nobody else reads. */
  async claim(
    sources: readonly string[],
  ): Promise<ClaimedDelivery | undefined> {
    const now = this.#now();
    const isFree = (query: Knex.QueryBuilder) =>
      query
        .where('due_at', '<=', now)
        .where(free =>
          free.whereNull('lease_until').orWhere('lease_until', '<=', now),
        );
    for (;;) {
      const found = await isFree(this.#client('cost_delivery'))
        .whereIn('source', [...sources])
        // names end with their month: people look at the latest first
        .orderBy(['due_at', 'source', { column: 'id', order: 'desc' }])
        .first('source', 'id');
      if (!found) {
        return undefined;
      }
      const [row]: DeliveryRow[] = await isFree(
        this.#client('cost_delivery').where(found),
      )
        .update({ lease_owner: this.#owner, lease_until: now + LEASE_MS })
        .returning([
          'source',
          'id',
          'version',
          'state',
          'attempts',
          'periods',
          'held_at',
        ]);
      if (row) {
        const { periods, attempts, source, id, version, state } = row;
        return {
          source,
          id,
          version,
          isRefused: state === 'refused',
          ...(row.held_at !== null && { heldAt: Number(row.held_at) }),
          attempts: Number(attempts),
          formerPeriods: JSON.parse(periods),
        };
      }
    }
  }

  /** Says that this replica is still reading. */
  async renew({ source, id }: ClaimedDelivery): Promise<void> {
    await this.#mine(this.#client, { source, id }).update({
      lease_until: this.#now() + LEASE_MS,
    });
  }

  /**
   * Notes that a delivery was read, with its lines in the same transaction.
   *
   * @throws Error when another replica has taken it over meanwhile
   */
  async markRead(options: {
    trx: Knex;
    claimed: ClaimedDelivery;
    version: string;
    /** When that was written, Unix milliseconds, where it is known. */
    changedAt: number | undefined;
    reading: BillReading;
    periods: readonly BillPeriod[];
  }): Promise<void> {
    const { trx, claimed, version, changedAt, reading, periods } = options;
    const updated = await this.#mine(trx, claimed).update({
      state: 'read',
      version,
      read_at: this.#now(),
      changed_at: changedAt ?? null,
      rows: reading.rows,
      format_version: reading.formatVersion ?? null,
      message: null,
      failed_version: null,
      held_at: null,
      faults: faultsText(reading.faults),
      periods: JSON.stringify(periods),
      engine_ms:
        reading.engineSeconds === undefined
          ? null
          : reading.engineSeconds * 1_000,
      attempts: 0,
      due_at: null,
      lease_owner: null,
      lease_until: null,
    });
    if (updated !== 1) {
      throw new Error(
        `Another replica reads '${claimed.id}' of ${claimed.source}; this one was too slow`,
      );
    }
  }

  /**
   * Notes a refusal. What was read before stays, and so does its time.
   *
   * @param options.retryAt - when the same version may be read after all, Unix
   * milliseconds; undefined where only another version can be
   * @param options.heldAt - since when it is held back, whatever its version
   */
  async markRefused(options: {
    claimed: ClaimedDelivery;
    version: string;
    message: string;
    faults: readonly BillFault[];
    retryAt: number | undefined;
    heldAt?: number;
  }): Promise<void> {
    const { claimed, version, message, faults, retryAt, heldAt } = options;
    await this.#mine(this.#client, claimed).update({
      state: 'refused',
      version,
      failed_version: null,
      message,
      faults: faultsText(faults),
      attempts: 0,
      due_at: retryAt ?? null,
      held_at: heldAt ?? null,
      lease_owner: null,
      lease_until: null,
    });
  }

  /**
   * Notes that it could not be read for now.
   *
   * @param options.version - that it has now; undefined where its source could
   * not say
   */
  async markFailing(options: {
    claimed: ClaimedDelivery;
    version: string | undefined;
    message: string;
    retryAt: number;
  }): Promise<void> {
    const { claimed, version, message, retryAt } = options;
    await this.#mine(this.#client, claimed).update({
      state: 'failing',
      failed_version: version ?? null,
      message,
      attempts: claimed.attempts + 1,
      due_at: retryAt,
      lease_owner: null,
      lease_until: null,
    });
  }

  /** Gives a delivery back as it was: it is gone, or was read already. */
  async release(
    { source, id }: ClaimedDelivery,
    change: { dueAt: number | undefined },
  ): Promise<void> {
    await this.#mine(this.#client, { source, id }).update({
      due_at: change.dueAt ?? null,
      lease_owner: null,
      lease_until: null,
    });
  }

  /** Forgets a delivery that vanished before it was read. */
  async forgetUnread({ source, id }: ClaimedDelivery): Promise<void> {
    await this.#mine(this.#client, { source, id })
      .where({ version: '' })
      .delete();
  }

  #mine(client: Knex, { source, id }: { source: string; id: string }) {
    return client('cost_delivery').where({
      source,
      id,
      lease_owner: this.#owner,
    });
  }
}
