import type {
  ServiceWiring,
  WiringLine,
} from '@plimsoll/plugin-golden-path-common';
import type { CountedTestAlert } from '../alertmanager/CountedTestAlert';
import type { GoldenPathDatabase } from '../../database/GoldenPathDatabase';

const TABLE = 'wired_service';
/** Rows of one statement. */
const CHUNK = 100;
/** Milliseconds after which who checks a service has lost it. */
export const LEASE_MS = 120_000;

/** What is kept of a service. */
export interface WiredService {
  entityRef: string;
  /** Unix milliseconds. */
  knownSince: number;
  /** Unix milliseconds; absent before the first check. */
  checkedAt?: number;
  lines: WiringLine[];
  deployment?: ServiceWiring['deployment'];
  testAlert?: CountedTestAlert;
}

/** The part that a check makes anew. */
export type Proof = Pick<WiredService, 'lines' | 'deployment' | 'testAlert'>;

interface WiredRow {
  entity_ref: string;
  known_since: number | string;
  checked_at: number | string | null;
  proof: string | null;
  test_alert: string | null;
}

/** What was proven of services, and when they are checked again. */
export class WiringStore {
  readonly #database: GoldenPathDatabase;

  static create(options: { database: GoldenPathDatabase }): WiringStore {
    return new WiringStore(options);
  }

  private constructor(options: { database: GoldenPathDatabase }) {
    this.#database = options.database;
  }

  /**
   * Services that templates made: new ones are due now, those that are gone are
   * forgotten.
   *
   * @param now - Unix milliseconds
   */
  async replaceAll(entityRefs: readonly string[], now: number): Promise<void> {
    const { client } = this.#database;
    await this.add(entityRefs, now);
    const present = new Set(entityRefs);
    const known: string[] = await client(TABLE).pluck('entity_ref');
    const gone = known.filter(ref => !present.has(ref));
    for (let start = 0; start < gone.length; start += CHUNK) {
      await client(TABLE)
        .whereIn('entity_ref', gone.slice(start, start + CHUNK))
        .delete();
    }
  }

  /** Those that are not known yet, due now or when it is said. */
  async add(
    entityRefs: readonly string[],
    now: number,
    dueAt = now,
  ): Promise<void> {
    const rows = entityRefs.map(ref => ({
      entity_ref: ref,
      known_since: now,
      due_at: dueAt,
    }));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await this.#database
        .client(TABLE)
        .insert(rows.slice(start, start + CHUNK))
        .onConflict('entity_ref')
        .ignore();
    }
  }

  async get(entityRef: string): Promise<WiredService | undefined> {
    const row: WiredRow | undefined = await this.#database
      .client(TABLE)
      .where({ entity_ref: entityRef })
      .first();
    return row && toService(row);
  }

  /**
   * Takes the service that is due longest, for as long as a lease. Other replicas
   * pass over it; a killed replica's is due again when its lease ends.
   *
   * @param now - Unix milliseconds
   */
  async claim(now: number): Promise<WiredService | undefined> {
    const { client, isShared } = this.#database;
    const due = client(TABLE)
      .select('entity_ref')
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'entity_ref'])
      .limit(1);
    const claimed = client(TABLE);
    if (isShared) {
      // an array is made once; a joined subquery may be run again and take more
      claimed.whereRaw('entity_ref = any(array(?))', [
        due.forUpdate().skipLocked(),
      ]);
    } else {
      claimed.whereIn('entity_ref', due);
    }
    const [row]: WiredRow[] = await claimed
      .update({ due_at: now + LEASE_MS })
      .returning('*');
    return row && toService(row);
  }

  /**
   * Keeps what was proven. What was begun before a look that is kept, or knows
   * nothing of a test alert that was sent meanwhile, is let go. A service that is
   * gone meanwhile stays gone.
   */
  async keep(options: {
    entityRef: string;
    proof: Proof;
    /** Unix milliseconds at which the look began. */
    checkedAt: number;
    /** Unix milliseconds. */
    dueAt: number;
  }): Promise<void> {
    const { entityRef, proof, checkedAt, dueAt } = options;
    const { testAlert, ...seen } = proof;
    await this.#database.client.transaction(async transaction => {
      const row = () => transaction(TABLE).where({ entity_ref: entityRef });
      const kept: WiredRow | undefined = await row().forUpdate().first();
      const before = kept && toService(kept);
      if (
        !before ||
        (before.checkedAt ?? checkedAt) > checkedAt ||
        before.testAlert?.sentAt !== testAlert?.sentAt
      ) {
        return;
      }
      await row().update({
        checked_at: checkedAt,
        due_at: dueAt,
        proof: JSON.stringify(seen),
        test_alert: testAlert ? JSON.stringify(testAlert) : null,
      });
    });
  }

  /**
   * Keeps a test alert for who looks next what became of it. The sender does; for
   * others the service is due when his lease ends.
   *
   * @param now - Unix milliseconds
   */
  async keepTestAlert(
    entityRef: string,
    testAlert: CountedTestAlert,
    now: number,
  ): Promise<void> {
    await this.#database
      .client(TABLE)
      .where({ entity_ref: entityRef })
      .update({
        due_at: now + LEASE_MS,
        test_alert: JSON.stringify(testAlert),
      });
  }
}

function toService(row: WiredRow): WiredService {
  const proof: Omit<Proof, 'testAlert'> =
    row.proof === null ? { lines: [] } : JSON.parse(row.proof);
  return {
    entityRef: row.entity_ref,
    knownSince: Number(row.known_since),
    checkedAt: row.checked_at === null ? undefined : Number(row.checked_at),
    lines: proof.lines,
    deployment: proof.deployment,
    testAlert: row.test_alert === null ? undefined : JSON.parse(row.test_alert),
  };
}
