import type { Knex } from 'knex';
import type { VolumeCounter } from './VolumeCounter';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 100;

/** What is known of a counter. */
export interface CountedState extends CountedTimes {
  counter: Pick<VolumeCounter, 'entityRef' | 'unit'>;
}

/** When a counter was asked and is asked next. */
export interface CountedTimes {
  /** Unix milliseconds of the first question. */
  askedAt: number;
  /** Unix milliseconds of the last answer that settled it. */
  readAt?: number;
  attempts: number;
  /** Unix milliseconds. */
  dueAt: number;
}

interface CountedRow {
  entity_ref: string;
  unit: string;
  asked_at: string | number;
  read_at: string | number | null;
  attempts: number;
  due_at: string | number;
}

/** When each counter is asked next, in `cost_counted`. */
export class CountedStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): CountedStore {
    return new CountedStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /** All that were ever asked, by {@link counterKey}. */
  async readAll(): Promise<Map<string, CountedState>> {
    const rows: CountedRow[] = await this.#client('cost_counted').select();
    return new Map(
      rows.map(row => {
        const counter = { entityRef: row.entity_ref, unit: row.unit };
        const state = {
          counter,
          askedAt: Number(row.asked_at),
          ...(row.read_at !== null && { readAt: Number(row.read_at) }),
          attempts: row.attempts,
          dueAt: Number(row.due_at),
        };
        return [counterKey(counter), state];
      }),
    );
  }

  /** @param options.error - of the last question; none where it was answered */
  async keep(options: {
    counter: VolumeCounter;
    state: CountedTimes;
    error?: string;
  }): Promise<void> {
    const { counter, state, error } = options;
    await this.#client('cost_counted')
      .insert({
        entity_ref: counter.entityRef,
        unit: counter.unit,
        asked_at: state.askedAt,
        read_at: state.readAt ?? null,
        error: error ?? null,
        attempts: state.attempts,
        due_at: state.dueAt,
      })
      .onConflict(['entity_ref', 'unit'])
      .merge();
  }

  /** Forgets counters that nobody asks for any more. */
  async forgetOthers(options: {
    counters: readonly VolumeCounter[];
    known: ReadonlyMap<string, CountedState>;
  }): Promise<void> {
    const wanted = new Set(options.counters.map(counterKey));
    const gone = [...options.known]
      .filter(([key]) => !wanted.has(key))
      .map(([, { counter }]) => [counter.entityRef, counter.unit]);
    for (let start = 0; start < gone.length; start += CHUNK) {
      await this.#client('cost_counted')
        .whereIn(['entity_ref', 'unit'], gone.slice(start, start + CHUNK))
        .delete();
    }
  }
}

/** Names a counter. */
export function counterKey(counter: {
  entityRef: string;
  unit: string;
}): string {
  return `${counter.entityRef}|${counter.unit}`;
}
