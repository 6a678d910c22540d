import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** A replica that says nothing for so long is taken for dead, milliseconds. */
export const LEASE_MS = 40_000;
/** Milliseconds between two words that work goes on. */
const RENEW_MS = 10_000;

/** @see Lease */
export interface LeaseOptions {
  client: Knex;
  /** Of what only one replica may do at a time. */
  name: string;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * Lets one replica at a time do something. It is held for less than a minute
 * and renewed while the work goes on, however long that takes, so that another
 * replica soon goes on where one was killed.
 */
export class Lease {
  readonly #options: LeaseOptions;

  static create(options: LeaseOptions): Lease {
    return new Lease(options);
  }

  private constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /**
   * Does work that is due, if no other replica does.
   *
   * @param options.work - is told to stop when the lease was lost. Says after
   * how many milliseconds there is something to do again
   * @returns whether this replica did it
   */
  async run(options: {
    signal: AbortSignal;
    work(options: { signal: AbortSignal }): Promise<number>;
  }): Promise<boolean> {
    const owner = randomUUID();
    const wasDueAt = await this.#take(owner);
    if (wasDueAt === undefined) {
      return false;
    }
    const lost = new AbortController();
    const timer = setInterval(() => {
      this.#renew(owner).then(
        isHeld => {
          if (!isHeld) {
            lost.abort(
              new Error(`Another replica has '${this.#options.name}'`),
            );
          }
        },
        // the next renewal may succeed; who is late is replaced
        () => undefined,
      );
    }, RENEW_MS);
    timer.unref();
    let pauseMs = 0;
    try {
      const signal = AbortSignal.any([options.signal, lost.signal]);
      pauseMs = await options.work({ signal });
    } finally {
      clearInterval(timer);
      await this.#release({ owner, wasDueAt, pauseMs });
    }
    return true;
  }

  /** @returns since when it was due; `undefined` where it was not taken */
  async #take(owner: string): Promise<number | string | undefined> {
    const { client, name, now } = this.#options;
    await client('cost_lease')
      .insert({ name, due_at: 0 })
      .onConflict('name')
      .ignore();
    const taken = await client('cost_lease')
      .where({ name })
      .where('due_at', '<=', now())
      .where(free => free.whereNull('until').orWhere('until', '<=', now()))
      .update({ owner, until: now() + LEASE_MS });
    const row =
      taken > 0 &&
      (await client('cost_lease').where({ name, owner }).first('due_at'));
    return row ? row.due_at : undefined;
  }

  async #renew(owner: string): Promise<boolean> {
    const { client, name, now } = this.#options;
    const held = await client('cost_lease')
      .where({ name, owner })
      .update({ until: now() + LEASE_MS });
    return held > 0;
  }

  /**
   * Who was replaced leaves it to the other. Whoever asked meanwhile for the
   * work to be done sooner is heard.
   */
  async #release(options: {
    owner: string;
    wasDueAt: number | string;
    pauseMs: number;
  }): Promise<void> {
    const { client, name, now } = this.#options;
    const { owner, wasDueAt, pauseMs } = options;
    const dueAt = now() + pauseMs;
    await client('cost_lease')
      .where({ name, owner })
      .where(own => own.where('due_at', wasDueAt).orWhere('due_at', '>', dueAt))
      .update({ due_at: dueAt });
    await client('cost_lease')
      .where({ name, owner })
      .update({ owner: null, until: null });
  }
}
