import type { Fault, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { measure, type Measurement } from './measure';
import { UnreadableQueriesError, type QueryReaderOptions } from './QueryReader';

const MAX_ENTRIES = 60_000;

/** How an objective is measured, or why it cannot be. */
export type Measured =
  | { measurement: Measurement; faults?: undefined }
  | { measurement?: undefined; faults: Fault[] };

/**
 * Remembers how objectives are measured, since their queries are the same
 * every minute. Keyed by what the measurement depends on, so a changed
 * document is read anew.
 */
export class MeasurementCache {
  readonly #options: QueryReaderOptions;
  readonly #entries = new Map<string, Measured>();

  static create(options: QueryReaderOptions): MeasurementCache {
    return new MeasurementCache(options);
  }

  private constructor(options: QueryReaderOptions) {
    this.#options = options;
  }

  /** How the objective is measured. */
  get(objective: ObjectiveDefinition): Measured {
    const { indicator, budgeting } = objective;
    const key = JSON.stringify([indicator, budgeting]);
    const known = this.#entries.get(key) ?? this.#read(objective);
    this.#entries.delete(key);
    this.#entries.set(key, known);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES) {
      this.#entries.delete(oldest);
    }
    return known;
  }

  #read(objective: ObjectiveDefinition): Measured {
    try {
      return { measurement: measure(objective, this.#options) };
    } catch (error) {
      if (error instanceof UnreadableQueriesError) {
        return { faults: error.faults };
      }
      throw error;
    }
  }
}
