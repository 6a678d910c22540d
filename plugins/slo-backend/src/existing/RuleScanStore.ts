import { randomUUID } from 'node:crypto';
import type { RefusedRule, RuleScan } from '@plimsoll/plugin-slo-common';
import type { SloDatabase } from '../database/SloDatabase';

/** A row of `slo_rule_scan`. */
export interface RuleScanRow {
  source: string;
  due_at: number | string;
  lease_owner: string | null;
  lease_until: number | string | null;
  /** JSON of RuleScan[]. */
  scans: string;
  /** JSON of RefusedRule[], the first {@link MAX_REFUSED}. */
  refused: string;
  total_refused: number;
}

/** More than anybody reads; the total tells the rest. */
export const MAX_REFUSED = 100;
/** A replica that dies holds a source back no longer than this. */
const LEASE_MS = 60_000;

/**
 * When each source is looked into next, by whom, and what the last look found.
 */
export class RuleScanStore {
  readonly #database: SloDatabase;
  readonly #owner = randomUUID();

  static create(options: { database: SloDatabase }): RuleScanStore {
    return new RuleScanStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
  }

  /** Makes the table hold these sources and no others. */
  async register(sources: string[]): Promise<void> {
    await this.#rows().whereNotIn('source', sources).delete();
    for (const source of sources) {
      await this.#rows()
        .insert({
          source,
          due_at: 0,
          scans: '[]',
          refused: '[]',
          total_refused: 0,
        })
        .onConflict('source')
        .ignore();
    }
  }

  /**
   * Takes a source that is due, for this replica alone.
   *
   * @param options.now - Unix milliseconds
   */
  async claim(options: { source: string; now: number }): Promise<boolean> {
    const { source, now } = options;
    const claimed = await this.#rows()
      .where({ source })
      .andWhere('due_at', '<=', now)
      .andWhere(row =>
        row.whereNull('lease_until').orWhere('lease_until', '<=', now),
      )
      .update({ lease_owner: this.#owner, lease_until: now + LEASE_MS });
    return claimed > 0;
  }

  /**
   * Lets a source go, and keeps what was found in it; nothing new where the
   * look failed.
   *
   * @param options.dueAt - Unix milliseconds
   */
  async release(options: {
    source: string;
    dueAt: number;
    found?: { scans: RuleScan[]; refused: RefusedRule[] };
  }): Promise<void> {
    const { source, dueAt, found } = options;
    await this.#rows()
      .where({ source, lease_owner: this.#owner })
      .update({
        due_at: dueAt,
        lease_owner: null,
        lease_until: null,
        ...(found && {
          scans: JSON.stringify(found.scans),
          refused: JSON.stringify(found.refused.slice(0, MAX_REFUSED)),
          total_refused: found.refused.length,
        }),
      });
  }

  #rows() {
    return this.#database.client<RuleScanRow>('slo_rule_scan');
  }
}
