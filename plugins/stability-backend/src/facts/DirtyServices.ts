import type { Knex } from 'knex';
import { keepIndexOrder } from '../database/keepIndexOrder';
import type { StabilityDatabase } from '../database/StabilityDatabase';

/**
 * How long a service gathers events while many deliveries wait, in milliseconds,
 * since one fold serves all that have come; the longest backlog first.
 */
const GATHERING = [
  { waiting: 5_000, forMs: 60_000 },
  { waiting: 500, forMs: 10_000 },
];
/** While services gather, what waits is looked at this often, milliseconds. */
const LOOK_MS = 1_000;
/** Services that fall due by themselves and are marked together. */
const DUE_AT_ONCE = 500;

/**
 * Which services have to be folded. The marks are rows that the fold locks, so
 * that replicas share the work and a killed one leaves its marks behind.
 */
export class DirtyServices {
  readonly #database: StabilityDatabase;
  /** Until then, Unix milliseconds, all that is marked gathers. */
  #gatheringUntil = 0;

  static create(options: { database: StabilityDatabase }): DirtyServices {
    return new DirtyServices(options.database);
  }

  private constructor(database: StabilityDatabase) {
    this.#database = database;
  }

  /**
   * Whether anything was left to gather a moment ago: each delivery that is read
   * wakes who folds, and looking through a long backlog each time costs more
   * than reading it.
   *
   * @param now - Unix milliseconds
   */
  isGathering(now: number): boolean {
    return now < this.#gatheringUntil;
  }

  /**
   * Locks marked services that nobody else holds, the longest waiting first.
   *
   * @param options.now - Unix milliseconds
   */
  async claim(options: {
    trx: Knex;
    now: number;
    limit: number;
  }): Promise<string[]> {
    const { trx, now, limit } = options;
    const rows = trx('stability_dirty')
      .select('entity_ref')
      .where('due_at', '<=', now)
      .orderBy([{ column: 'due_at' }, { column: 'entity_ref' }])
      .limit(limit);
    if (this.#database.isShared) {
      rows.forUpdate().skipLocked();
    }
    const gatherMs = await gatheringTime(trx);
    if (gatherMs > 0) {
      rows.where('since', '<=', now - gatherMs);
    }
    const entityRefs: string[] = await rows.pluck('entity_ref');
    if (gatherMs > 0 && entityRefs.length === 0) {
      this.#gatheringUntil = now + LOOK_MS;
    }
    return entityRefs;
  }

  /** Lets a service that could not be folded wait. */
  async postpone(options: {
    trx: Knex;
    entityRef: string;
    /** Unix milliseconds. */
    until: number;
  }): Promise<void> {
    await options
      .trx('stability_dirty')
      .where('entity_ref', options.entityRef)
      .update({ due_at: options.until });
  }

  /**
   * Marks services whose facts change without an event: a verdict falls due, or
   * the windows have moved on.
   */
  async markDue(options: { now: number }): Promise<void> {
    const { now } = options;
    const { client } = this.#database;
    const due: string[] = await client('stability_facts')
      .where('next_due_at', '<=', now)
      .orderBy('next_due_at')
      .limit(DUE_AT_ONCE)
      .pluck('entity_ref');
    for (let start = 0; start < due.length; start += 100) {
      await client('stability_dirty')
        .insert(
          due
            .slice(start, start + 100)
            .sort()
            .map(ref => ({ entity_ref: ref, since: now, due_at: now })),
        )
        .onConflict('entity_ref')
        .ignore();
    }
  }

  /**
   * Marks every service that anything is known about.
   *
   * @returns how many services are marked now
   */
  async markAll(options: { now: number }): Promise<number> {
    const { now } = options;
    const { client } = this.#database;
    // in the order of those who mark a few, so that nobody waits in a ring
    const order = this.#database.isShared ? 'collate "C"' : '';
    await client.raw(
      `insert into stability_dirty (entity_ref, since, due_at)
       select entity_ref, cast(? as bigint), cast(? as bigint)
       from (
         select entity_ref from stability_observation
         union
         select entity_ref from stability_facts
       ) known
       where true
       order by entity_ref ${order}
       on conflict (entity_ref) do nothing`,
      [now, now],
    );
    const [{ number }] = await client('stability_dirty').count('* as number');
    return Number(number);
  }
}

/** Milliseconds that services gather events now; 0 without a backlog. */
async function gatheringTime(trx: Knex): Promise<number> {
  let gatherMs = 0;
  await keepIndexOrder(trx);
  // the shortest first: without a backlog one short look is enough
  for (const { waiting, forMs } of [...GATHERING].reverse()) {
    const beyond = await trx('stability_inbox')
      .select('id')
      .where('state', 'waiting')
      .orderBy('next_attempt_at')
      .offset(waiting)
      .limit(1);
    if (beyond.length === 0) {
      return gatherMs;
    }
    gatherMs = forMs;
  }
  return gatherMs;
}
