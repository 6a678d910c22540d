import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { briefPace } from '../database/briefPace';
import type { SloDatabase } from '../database/SloDatabase';
import {
  CLAIMED_COLUMNS,
  type ClaimedObjective,
  claimedObjective,
  type ClaimedRow,
} from './ClaimedObjective';
import { ENGINE_TIMING } from './EngineTiming';

/** Objectives of one source, or of none of the configured ones. */
export type ObjectiveSource = { is: string } | { notIn: string[] };

/** Objectives that one replica holds together. */
export interface ClaimedBatch {
  /** Names the claim; only its holder may write these objectives' statuses. */
  lease: string;
  objectives: ClaimedObjective[];
}

/**
 * Which objective is due, and who has it. Every replica drains this queue;
 * none holds anything longer than its lease, so that a killed replica's work
 * is taken over.
 */
export class ObjectiveQueue {
  /** Seconds after which a replica that says nothing has lost its objectives. */
  readonly leaseSeconds: number;
  readonly #database: SloDatabase;

  /** @param options.leaseSeconds - see `EngineTiming` */
  static create(options: {
    database: SloDatabase;
    leaseSeconds?: number;
  }): ObjectiveQueue {
    return new ObjectiveQueue(options);
  }

  private constructor(options: {
    database: SloDatabase;
    leaseSeconds?: number;
  }) {
    this.leaseSeconds = options.leaseSeconds ?? ENGINE_TIMING.leaseSeconds;
    this.#database = options.database;
  }

  /**
   * Takes due objectives, the longest waiting first.
   *
   * @param options.now - Unix seconds
   * @param options.dueBefore - Unix seconds; now by default
   */
  async claim(options: {
    source: ObjectiveSource;
    now: number;
    dueBefore?: number;
    limit: number;
  }): Promise<ClaimedBatch> {
    const { source, now, dueBefore = now, limit } = options;
    const { client, isShared } = this.#database;
    const lease = randomUUID();
    const names = await this.#sourceNames(source);
    if (names.length === 0) {
      return { lease, objectives: [] };
    }
    const due = client('slo_objective')
      .select('id')
      .whereNull('removed_at')
      .andWhere('due_at', '<=', dueBefore)
      .andWhere(row =>
        row.whereNull('lease_until').orWhere('lease_until', '<=', now),
      )
      .whereIn('source', names)
      // as the index has them: most are due at the same minute, and all of
      // them would be sorted for each batch
      .orderBy('due_at')
      .limit(limit);
    const claimed = client('slo_objective');
    if (isShared) {
      // an array is made once; a joined subquery may be run again and take more
      claimed.whereRaw('id = any(array(?))', [due.forUpdate().skipLocked()]);
    } else {
      claimed.whereIn('id', due);
    }
    const rows: ClaimedRow[] = await claimed
      .update({ lease_owner: lease, lease_until: now + this.leaseSeconds })
      .returning([...CLAIMED_COLUMNS]);
    const objectives: ClaimedObjective[] = [];
    const pace = briefPace();
    for (const row of rows) {
      objectives.push(claimedObjective(row));
      await pace.rest();
    }
    return { lease, objectives };
  }

  /**
   * How many objectives are due, those that a replica works on included.
   *
   * @param options.now - Unix seconds
   */
  async countDue(options: {
    source: ObjectiveSource;
    now: number;
  }): Promise<number> {
    const names = await this.#sourceNames(options.source);
    if (names.length === 0) {
      return 0;
    }
    const [{ count }] = await this.#database
      .client('slo_objective')
      .whereNull('removed_at')
      .andWhere('due_at', '<=', options.now)
      .whereIn('source', names)
      .count({ count: '*' });
    return Number(count);
  }

  /** Prolongs a claim. */
  async renew(options: { lease: string; now: number }): Promise<void> {
    await this.#whereFree(rows =>
      rows.where('lease_owner', options.lease),
    ).update({ lease_until: options.now + this.leaseSeconds });
  }

  /**
   * Which of these objectives the claim still holds: not those that another
   * replica took over, or that were removed. Locks them until the transaction
   * ends.
   */
  async held(
    transaction: Knex.Transaction,
    options: { lease: string; ids: number[] },
  ): Promise<Set<number>> {
    const rows: Array<{ id: number }> = await transaction('slo_objective')
      .select('id')
      .whereIn('id', options.ids)
      .andWhere('lease_owner', options.lease)
      .whereNull('removed_at')
      .orderBy('id')
      .forUpdate();
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Gives objectives back until they are due again.
   *
   * @param options.ids - all of the claim when left out
   * @param options.dueAt - Unix seconds; unchanged when left out
   */
  async release(options: {
    lease: string;
    ids?: number[];
    dueAt?: number;
  }): Promise<void> {
    const { lease, ids, dueAt } = options;
    const rows = this.#database
      .client('slo_objective')
      .where('lease_owner', lease);
    if (ids) {
      rows.whereIn('id', ids);
    }
    await rows.update({
      lease_owner: null,
      lease_until: null,
      ...(dueAt !== undefined && { due_at: dueAt }),
    });
  }

  /** Makes objectives due now, if nobody evaluates them at the moment. */
  async makeDue(
    options: ({ source: string } | { ids: number[] }) & { now: number },
  ): Promise<void> {
    const { now } = options;
    await this.#whereFree(rows =>
      'source' in options
        ? rows.where('source', options.source).andWhere('due_at', '>', now)
        : rows.whereIn('id', options.ids).whereNull('lease_owner'),
    ).update({ due_at: now });
  }

  /**
   * Names of the sources that objectives have. Those that are not among some
   * are found by jumps along the index, a jump a name: there are few names and
   * many objectives.
   */
  async #sourceNames(source: ObjectiveSource): Promise<string[]> {
    if ('is' in source) {
      return [source.is];
    }
    const { client } = this.#database;
    const names: string[] = [];
    for (;;) {
      const last = names.at(-1);
      const next = client('slo_objective').min({ name: 'source' });
      const row = await (last === undefined
        ? next
        : next.where('source', '>', last)
      ).first();
      if (typeof row?.name !== 'string') {
        return names.filter(name => !source.notIn.includes(name));
      }
      names.push(row.name);
    }
  }

  /**
   * Rows that no transaction holds. An update that waited for some rows while
   * it holds others could wait for a transaction that waits for it.
   */
  #whereFree(
    restrict: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Knex.QueryBuilder {
    const { client, isShared } = this.#database;
    const rows = restrict(client('slo_objective').select('id'));
    return client('slo_objective').whereIn(
      'id',
      isShared ? rows.forUpdate().skipLocked() : rows,
    );
  }
}
