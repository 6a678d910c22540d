import {
  type LensFault,
  type LensFreshness,
  LENSES,
  type LensName,
} from '@plimsoll/plugin-service-health-common';
import type { Knex } from 'knex';

/** How far a lens was followed. Unix milliseconds. */
export interface LensPull {
  pulledAt?: number;
  changedUpTo?: number;
  walkedAt?: number;
  failingSince?: number;
  fault?: LensFault;
}

interface PullRow {
  lens: LensName;
  pulled_at: number | string | null;
  changed_up_to: number | string | null;
  walked_at: number | string | null;
  failing_since: number | string | null;
  fault: LensFault | null;
}

/** Asked each minute: after this a lens is late. */
const LATE_MS = 5 * 60_000;

/** Writes down how far each lens was followed. */
export class PullBook {
  readonly #client: Knex;

  static create(options: { client: Knex }): PullBook {
    return new PullBook(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /** Of all lenses; those that were never asked are empty. */
  async read(): Promise<Record<LensName, LensPull>> {
    const rows: PullRow[] = await this.#client('lens_pull').select();
    const pulls = new Map(rows.map(row => [row.lens, fromRow(row)]));
    return Object.fromEntries(
      LENSES.map(lens => [lens, pulls.get(lens) ?? {}]),
    ) as Record<LensName, LensPull>;
  }

  /** It answered in full. */
  async answered(
    lens: LensName,
    pull: Required<Pick<LensPull, 'pulledAt' | 'walkedAt'>> &
      Pick<LensPull, 'changedUpTo'>,
  ): Promise<void> {
    await this.#write(lens, {
      pulled_at: pull.pulledAt,
      walked_at: pull.walkedAt,
      changed_up_to: pull.changedUpTo ?? null,
      failing_since: null,
      fault: null,
    });
  }

  /** It did not. What it said before stays. */
  async failed(
    lens: LensName,
    failure: { fault: LensFault; since: number },
  ): Promise<void> {
    await this.#write(lens, {
      failing_since: failure.since,
      fault: failure.fault,
    });
  }

  async #write(lens: LensName, columns: object): Promise<void> {
    await this.#client('lens_pull')
      .insert({ lens, ...columns })
      .onConflict('lens')
      .merge(columns);
  }
}

/** How old what is shown of a lens is. */
export function freshnessOf(options: {
  pull: LensPull;
  now: number;
  isHidden: boolean;
}): LensFreshness {
  const { pull, now, isHidden } = options;
  const { pulledAt, failingSince, fault } = pull;
  if (isHidden) {
    return { state: 'hidden' };
  }
  const failure = {
    ...(fault !== undefined && { fault }),
    ...(failingSince !== undefined && {
      failingSince: new Date(failingSince).toISOString(),
    }),
  };
  if (pulledAt === undefined) {
    return { state: 'never', ...failure };
  }
  const at = new Date(pulledAt).toISOString();
  return failingSince === undefined && now - pulledAt <= LATE_MS
    ? { state: 'ok', pulledAt: at }
    : { state: 'stale', pulledAt: at, ...failure };
}

function fromRow(row: PullRow): LensPull {
  return {
    pulledAt: millis(row.pulled_at),
    changedUpTo: millis(row.changed_up_to),
    walkedAt: millis(row.walked_at),
    failingSince: millis(row.failing_since),
    fault: row.fault ?? undefined,
  };
}

function millis(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
