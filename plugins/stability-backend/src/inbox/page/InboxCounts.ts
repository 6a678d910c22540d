import type { InboxPage, InboxState } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { INBOX_STATES } from './inboxRequests';

/** How many deliveries there are in each state. */
export type StateCounts = InboxPage['counts'];

/** Fewer are counted each time. */
const MANY = 50_000;
/** A count of many is good for so many times the time that it took. */
const WORTH = 20;
/** ... but no longer than this, milliseconds. */
const LONGEST_MS = 60_000;
/** Sources that counts are kept of; there are about ten. */
const MOST_KEPT = 50;

/**
 * Counts deliveries by state. A million of them take a second: what took long
 * is kept for long, so that turning pages never costs the database more than a
 * twentieth of its time. The counts of a small inbox are always of now.
 */
export class InboxCounts {
  readonly #client: Knex;
  readonly #now: () => number;
  /** By source; the empty one stands for all. */
  readonly #kept = new Map<
    string,
    { counts: Promise<StateCounts>; goodUntil: number }
  >();

  /** @param options.now - monotonic milliseconds; the process's by default */
  static create(options: { client: Knex; now?: () => number }): InboxCounts {
    return new InboxCounts(options);
  }

  private constructor(options: Parameters<typeof InboxCounts.create>[0]) {
    this.#client = options.client;
    this.#now = options.now ?? (() => performance.now());
  }

  /** @param source - of these deliveries alone; of all by default */
  async read(source = ''): Promise<StateCounts> {
    const kept = this.#kept.get(source);
    if (kept && this.#now() < kept.goodUntil) {
      return kept.counts;
    }
    const startedAt = this.#now();
    if (this.#kept.size >= MOST_KEPT) {
      this.#kept.clear();
    }
    // who asks meanwhile waits for the same count
    const entry = { counts: this.#count(source), goodUntil: Infinity };
    this.#kept.set(source, entry);
    try {
      const counts = await entry.counts;
      const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
      const tookMs = this.#now() - startedAt;
      const goodMs = total < MANY ? 0 : Math.min(WORTH * tookMs, LONGEST_MS);
      entry.goodUntil = this.#now() + goodMs;
      return counts;
    } catch (error) {
      this.#kept.delete(source);
      throw error;
    }
  }

  async #count(source: string): Promise<StateCounts> {
    const query = this.#client('stability_inbox')
      .select('state')
      .count({ total: '*' })
      .groupBy('state');
    const rows: Array<{ state?: InboxState; total?: number | string }> =
      await (source === '' ? query : query.where({ source }));
    const found = new Map(rows.map(({ state, total }) => [state, total]));
    return Object.fromEntries(
      INBOX_STATES.map(state => [state, Number(found.get(state) ?? 0)]),
    ) as StateCounts;
  }
}
