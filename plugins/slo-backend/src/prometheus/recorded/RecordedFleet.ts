import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type {
  ObjectiveReading,
  ReadBucketsRequest,
} from '@plimsoll/plugin-slo-node';
import {
  QueryRefusedError,
  QueryTimeoutError,
  QueryTooLargeError,
  type LabelMatcher,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';
import { BASE_STEP_SECONDS, type Measurement } from '../reading/measure';
import type { QueryReaderOptions } from '../reading/QueryReader';
import type { ReadSpan } from '../reading/scheduleReads';
import { recordedBuckets } from './recordedBuckets';
import { RecordedDefinitions } from './RecordedDefinitions';
import { RecordedSnapshot } from './RecordedSnapshot';
import { untilAborted } from './untilAborted';

/** After so long it is looked again whether there are recorded series. */
const PROBE_MS = 5 * 60_000;
/** What is known of an objective without data is believed for so long. */
const SILENT_MS = 5 * 60_000;
/** A snapshot says for so long how objectives are read. */
const SPEAKS_MS = 10 * 60_000;
/** Few objectives are asked for themselves, rather than the whole of many. */
const FEW_OBJECTIVES = 20;
const MANY_DEFINITIONS = 2_000;
/** Batches of one minute ask for one stretch, those that catch up for others. */
const KEPT_SNAPSHOTS = 3;
const OBJECTIVES_AT_ONCE = 500;

/** An objective, and how it is measured where its queries can be read. */
export interface Measurable {
  objective: ObjectiveDefinition;
  measurement?: Measurement;
}

/** What recorded series are read with. */
export interface RecordedFleetOptions extends QueryReaderOptions {
  api: PrometheusApi;
  /** Unix milliseconds; the clock's by default. */
  now?: () => number;
}

/**
 * Reads objectives from the series that the rules of this installation have
 * recorded: all of them with a constant number of queries, whoever asks first.
 * It finds out by asking which objectives have them, made of the document as it
 * stands, and says nothing about the others.
 */
export class RecordedFleet {
  readonly #api: PrometheusApi;
  readonly #matchers: readonly LabelMatcher[];
  readonly #definitions: RecordedDefinitions;
  readonly #now: () => number;
  readonly #snapshots = new Map<string, Promise<RecordedSnapshot>>();
  readonly #silent = new Map<string, number>();
  #latest: { snapshot: RecordedSnapshot; at: number } | undefined;
  #restUntil = -Infinity;

  static create(options: RecordedFleetOptions): RecordedFleet {
    return new RecordedFleet(options);
  }

  private constructor(options: RecordedFleetOptions) {
    this.#api = options.api;
    this.#matchers = Object.entries(options.enforcedMatchers).map(
      ([label, value]) => ({ label, operator: '=', value }),
    );
    this.#definitions = RecordedDefinitions.create(options);
    this.#now = options.now ?? Date.now;
  }

  /**
   * What the recorded series say of each objective; `undefined` where they do
   * not speak for the whole stretch, so that the objective has to be measured.
   *
   * @throws SourceUnavailableError when the source does not answer
   */
  async read(
    measurable: readonly Measurable[],
    request: Omit<ReadBucketsRequest, 'objectives'>,
  ): Promise<{
    readings: Array<ObjectiveReading | undefined>;
    queries: number;
  }> {
    const nothing = { readings: measurable.map(() => undefined), queries: 0 };
    const { purpose = 'newest', step, signal } = request;
    // history is worth an exact reading, and nobody waits for it
    if (
      purpose !== 'newest' ||
      step !== BASE_STEP_SECONDS ||
      !measurable.some(({ measurement }) => measurement) ||
      !this.#isWorthwhile(measurable.length, request)
    ) {
      return nothing;
    }
    try {
      const snapshot = await untilAborted(this.#snapshot(request), signal);
      const names = await this.#namesOf(measurable, snapshot);
      if (names.some(name => name !== undefined)) {
        await untilAborted(snapshot.load(), signal);
      }
      return {
        readings: measurable.map((one, index) =>
          this.#readingOf(one, names[index], snapshot),
        ),
        queries: snapshot.takeRequests(),
      };
    } catch (error) {
      if (
        error instanceof QueryRefusedError ||
        error instanceof QueryTooLargeError ||
        error instanceof QueryTimeoutError
      ) {
        this.#restUntil = this.#now() + PROBE_MS;
        return nothing;
      }
      throw error;
    }
  }

  /**
   * Notes that an objective of which nothing is recorded has no data either, so
   * that it need not be asked for each time. To be told of every objective that
   * had to be measured.
   */
  measured(one: Measurable, reading: ObjectiveReading): void {
    const known = this.#latest?.snapshot.known;
    const { buckets, faults, nonFinite } = reading;
    if (!known?.size || buckets.length || faults.length || nonFinite) {
      return;
    }
    const name = this.#nameOf(one);
    if (name !== undefined && known.has(name)) {
      this.#silent.set(name, this.#now() + SILENT_MS);
    }
  }

  /** The definition by which it was read lately; `undefined` where it was not. */
  speaksFor(one: Measurable): string | undefined {
    if (!this.#latest || this.#latest.at + SPEAKS_MS < this.#now()) {
      return undefined;
    }
    const { snapshot } = this.#latest;
    const name = this.#nameOf(one);
    return this.#readingOf(one, name, snapshot) && name;
  }

  #isWorthwhile(count: number, span: ReadSpan): boolean {
    const known = this.#latest?.snapshot.known.size ?? 0;
    return (
      this.#now() >= this.#restUntil &&
      (this.#snapshots.has(keyOf(span)) ||
        count > FEW_OBJECTIVES ||
        known <= MANY_DEFINITIONS)
    );
  }

  #snapshot(span: ReadSpan): Promise<RecordedSnapshot> {
    const key = keyOf(span);
    const asked = this.#snapshots.get(key);
    if (asked) {
      return asked;
    }
    const taken = RecordedSnapshot.take({
      api: this.#api,
      matchers: this.#matchers,
      span: { from: span.from, to: span.to, step: span.step },
      expected: this.#latest?.snapshot.known.size ?? 0,
    });
    this.#snapshots.set(key, taken);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > KEPT_SNAPSHOTS) {
      this.#snapshots.delete(oldest);
    }
    taken.then(
      snapshot => this.#took(snapshot),
      () => this.#snapshots.delete(key),
    );
    return taken;
  }

  #took(snapshot: RecordedSnapshot): void {
    const { known } = snapshot;
    this.#latest = { snapshot, at: this.#now() };
    for (const name of this.#silent.keys()) {
      if (!known.has(name)) {
        this.#silent.delete(name);
      }
    }
    if (known.size === 0) {
      this.#restUntil = this.#now() + PROBE_MS;
    }
  }

  /** Of those that are recorded; making rules takes a second for thousands. */
  async #namesOf(
    measurable: readonly Measurable[],
    { known }: RecordedSnapshot,
  ): Promise<Array<string | undefined>> {
    const names: Array<string | undefined> = [];
    for (const one of known.size ? measurable : []) {
      const name = this.#nameOf(one);
      names.push(name !== undefined && known.has(name) ? name : undefined);
      if (names.length % OBJECTIVES_AT_ONCE === 0) {
        await othersTurn();
      }
    }
    return names;
  }

  #nameOf({ objective, measurement }: Measurable): string | undefined {
    return measurement && this.#definitions.nameOf(objective, measurement);
  }

  #readingOf(
    { measurement }: Measurable,
    definition: string | undefined,
    snapshot: RecordedSnapshot,
  ): ObjectiveReading | undefined {
    if (!measurement || definition === undefined) {
      return undefined;
    }
    const buckets = recordedBuckets({ definition, measurement, snapshot });
    if (buckets === 'silent') {
      return (this.#silent.get(definition) ?? -Infinity) > this.#now()
        ? { buckets: [], faults: [], inconsistent: false }
        : undefined;
    }
    this.#silent.delete(definition);
    return buckets && { buckets, faults: [], inconsistent: false };
  }
}

function keyOf({ from, to }: ReadSpan): string {
  return `${from} ${to}`;
}
