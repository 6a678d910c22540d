import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { patientTransaction } from '../database/patientTransaction';
import type { SloDatabase } from '../database/SloDatabase';
import { sanitizeSourceError } from './sanitizeSourceError';

/** How a source fared, as any replica saw it last. Unix milliseconds. */
export interface SourceState {
  up: boolean;
  lastAnswerAt?: number;
  /** First failure since it last answered. */
  downSince?: number;
  /** When it may be asked again while it is down. */
  probeAt?: number;
  /** Without addresses and credentials. */
  error?: string;
  lastDurationMs?: number;
}

/** A row of `slo_source`. */
interface SourceRow {
  name: string;
  type: string;
  demo: boolean;
  up: boolean | number;
  last_answer_at: number | string | null;
  down_since: number | string | null;
  probe_at: number | string | null;
  error: string | null;
  last_duration_ms: number | null;
}

/** Columns that a state is made of. */
const STATE_COLUMNS = [
  'name',
  'up',
  'last_answer_at',
  'down_since',
  'probe_at',
  'error',
  'last_duration_ms',
] as const;

type StateRow = Pick<SourceRow, (typeof STATE_COLUMNS)[number]>;

/** A row of `slo_source_gap`, in Unix seconds; `end` is null while it lasts. */
interface GapRow {
  source: string;
  start: number | string;
  end: number | string | null;
}

/** Milliseconds between two tries of a source that is down. */
export const PROBE_MS = 15_000;
/** Spread of the tries, so that portals do not knock all at once. */
const PROBE_JITTER_MS = 3_000;
/** An answer of a source that is up is noted no more often than this. */
const NOTE_ANSWER_MS = 5_000;

/**
 * Health of the metrics sources in the database, so that one replica's failure
 * spares the others the wait, and one replica's success ends the outage for
 * all. Keeps the stretches in which a source did not answer.
 */
export class SourceHealthStore {
  readonly #database: SloDatabase;
  readonly #client: Knex;

  static create(options: { database: SloDatabase }): SourceHealthStore {
    return new SourceHealthStore(options.database);
  }

  private constructor(database: SloDatabase) {
    this.#database = database;
    this.#client = database.client;
  }

  /** Makes a row for each source; a source starts as up. */
  async register(
    sources: Array<{ name: string; type: string; demo: boolean }>,
  ): Promise<void> {
    for (const { name, type, demo } of sources) {
      await this.#client('slo_source')
        .insert({ name, type, demo, up: true })
        .onConflict('name')
        .merge(['type', 'demo']);
    }
  }

  /** The named sources' states. */
  async states(names: string[]): Promise<Map<string, SourceState>> {
    const rows = await this.#client<SourceRow>('slo_source').whereIn(
      'name',
      names,
    );
    return new Map(rows.map(row => [row.name, stateOf(row)]));
  }

  /**
   * The same as a value for the statement of somebody else, who would wait for
   * a connection once more; {@link readStates} reads it.
   *
   * @param restrict - which of the rows of `slo_source`
   */
  selectStates(
    names: string[],
    restrict: (rows: Knex.QueryBuilder) => void,
  ): Knex.QueryBuilder {
    const [list, object] = this.#database.isShared
      ? ['json_agg', 'json_build_object']
      : ['json_group_array', 'json_object'];
    const columns = STATE_COLUMNS.map(column => `'${column}', ${column}`);
    const rows = this.#client('slo_source').whereIn('name', names);
    restrict(rows);
    return rows.select(
      this.#client.raw(`cast(${list}(${object}(${columns})) as text)`),
    );
  }

  /**
   * Notes an answer.
   *
   * @param options.at - Unix milliseconds
   * @returns whether this answer ended an outage
   */
  async answered(options: {
    name: string;
    at: number;
    durationMs: number;
  }): Promise<boolean> {
    const { name, at, durationMs } = options;
    const answer = { last_answer_at: at, last_duration_ms: durationMs };
    return this.#transaction(async transaction => {
      const ended = await transaction('slo_source')
        .where({ name, up: false })
        .update({
          ...answer,
          up: true,
          down_since: null,
          probe_at: null,
          error: null,
        });
      if (ended > 0) {
        await transaction('slo_source_gap')
          .where({ source: name })
          .whereNull('end')
          .update({ end: Math.floor(at / 1000) });
        return true;
      }
      await transaction('slo_source')
        .where({ name })
        .andWhere(row =>
          row
            .whereNull('last_answer_at')
            .orWhere('last_answer_at', '<', at - NOTE_ANSWER_MS),
        )
        .update(answer);
      return false;
    });
  }

  /**
   * Notes that a source did not answer.
   *
   * @param options.at - Unix milliseconds
   * @returns whether this failure began an outage
   */
  async failed(options: {
    name: string;
    at: number;
    error: unknown;
  }): Promise<boolean> {
    const { name, at } = options;
    const failure = {
      error: sanitizeSourceError(options.error),
      probe_at: at + PROBE_MS + Math.random() * PROBE_JITTER_MS,
    };
    failure.probe_at = Math.round(failure.probe_at);
    return this.#transaction(async transaction => {
      const begun = await transaction('slo_source')
        .where({ name, up: true })
        .update({ ...failure, up: false, down_since: at });
      if (begun === 0) {
        await transaction('slo_source').where({ name }).update(failure);
        return false;
      }
      const row = await transaction<SourceRow>('slo_source')
        .where({ name })
        .first();
      await transaction('slo_source_gap').insert({
        source: name,
        start: Math.floor(Number(row?.last_answer_at ?? at) / 1000),
      });
      return true;
    });
  }

  /**
   * Asks whether this replica may try a source that is down. One replica may,
   * every 15 s.
   *
   * @param options.at - Unix milliseconds
   */
  async claimProbe(options: { name: string; at: number }): Promise<boolean> {
    const { name, at } = options;
    const claimed = await this.#client('slo_source')
      .where({ name, up: false })
      .andWhere(row => row.whereNull('probe_at').orWhere('probe_at', '<=', at))
      .update({ probe_at: at + PROBE_MS });
    return claimed > 0;
  }

  /**
   * Notes what a source says of times that it was down. What is told twice, or
   * in parts, is kept once.
   */
  async wasDown(options: {
    name: string;
    outages: LedgerRange[];
  }): Promise<void> {
    const { name, outages } = options;
    for (const { from, to } of outages) {
      const touching = () =>
        this.#client<GapRow>('slo_source_gap')
          .where({ source: name })
          .andWhere('start', '<=', to)
          .andWhere('end', '>=', from);
      const known = await touching();
      if (
        known.some(row => Number(row.start) <= from && Number(row.end) >= to)
      ) {
        continue;
      }
      await this.#transaction(async transaction => {
        await touching().transacting(transaction).delete();
        await transaction('slo_source_gap').insert({
          source: name,
          start: Math.min(from, ...known.map(row => Number(row.start))),
          end: Math.max(to, ...known.map(row => Number(row.end))),
        });
      });
    }
  }

  /** Stretches of `[from, to)` without an answer, in Unix seconds, in order. */
  async gaps(
    options: { source: string } & LedgerRange,
  ): Promise<LedgerRange[]> {
    const { source, from, to } = options;
    const rows = await this.#client<GapRow>('slo_source_gap')
      .select('start', 'end')
      .where({ source })
      .andWhere('start', '<', to)
      .andWhere(row => row.whereNull('end').orWhere('end', '>', from))
      .orderBy('start');
    return rows.map(row => ({
      from: Math.max(from, Number(row.start)),
      to: Math.min(to, row.end === null ? to : Number(row.end)),
    }));
  }

  #transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return patientTransaction({ database: this.#database }, work);
  }
}

/** What {@link SourceHealthStore.selectStates} selected. */
export function readStates(text: string | null): Map<string, SourceState> {
  const rows: StateRow[] = JSON.parse(text ?? '[]');
  return new Map(rows.map(row => [row.name, stateOf(row)]));
}

function stateOf(row: StateRow): SourceState {
  return {
    up: Boolean(row.up),
    lastAnswerAt: numberOf(row.last_answer_at),
    downSince: numberOf(row.down_since),
    probeAt: numberOf(row.probe_at),
    error: row.error ?? undefined,
    lastDurationMs: row.last_duration_ms ?? undefined,
  };
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
