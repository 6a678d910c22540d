import { setImmediate as othersTurn } from 'node:timers/promises';
import type {
  ExplainedQuery,
  Fault,
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type {
  FindObjectivesRequest,
  FindObjectivesResult,
  InspectRequest,
  LoadedRule,
  LoadedRulesRequest,
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import type { PrometheusApi, RulesApi } from '@plimsoll/prometheus-client';
import { findRecordedObjectives } from '../existing/discovery/findRecordedObjectives';
import { inspectObjective } from './inspecting/inspectObjective';
import { explainMeasurement } from './reading/explainMeasurement';
import { FaultMemory } from './reading/FaultMemory';
import { IncreaseProbe } from './reading/IncreaseProbe';
import { MeasurementCache, type Measured } from './reading/MeasurementCache';
import type { QueryReaderOptions } from './reading/QueryReader';
import { QueryLength } from './reading/QueryLength';
import { QueryRun } from './reading/QueryRun';
import { readingOf } from './reading/readingOf';
import { scheduleReads } from './reading/scheduleReads';
import { readLoadedRules } from './rules/readLoadedRules';
import { explainRecorded } from './recorded/explainRecorded';
import { RecordedFleet } from './recorded/RecordedFleet';

const OBJECTIVES_AT_ONCE = 100;

/** What a source reads with. */
export interface PrometheusSourceOptions extends QueryReaderOptions {
  api: PrometheusApi;
  /** Asked for history; a failure there says nothing about `api`. */
  historyApi: PrometheusApi;
  /** Asked for documents that people try, whose failures harm nobody; `historyApi` by default. */
  inspectApi?: PrometheusApi;
  /** Asked which rules are loaded; without it nobody can ask. */
  rulesApi?: RulesApi;
  /**
   * Whether objectives are read from the series that their rules have recorded,
   * where there are any; `auto` by default.
   */
  recordedRules?: 'auto' | 'off';
}

/** Reads objectives from a Prometheus API. */
export class PrometheusSource implements MetricsSource {
  readonly loadedRules?: (request: LoadedRulesRequest) => Promise<LoadedRule[]>;
  readonly #api: PrometheusApi;
  readonly #historyApi: PrometheusApi;
  readonly #inspectApi: PrometheusApi;
  readonly #options: QueryReaderOptions;
  readonly #measurements: MeasurementCache;
  readonly #faults = FaultMemory.create();
  readonly #length = QueryLength.create();
  readonly #increase: IncreaseProbe;
  readonly #recorded: RecordedFleet | undefined;

  static create(options: PrometheusSourceOptions): PrometheusSource {
    return new PrometheusSource(options);
  }

  private constructor(options: PrometheusSourceOptions) {
    this.#api = options.api;
    this.#historyApi = options.historyApi;
    this.#inspectApi = options.inspectApi ?? options.historyApi;
    this.#options = options;
    const { rulesApi } = options;
    this.loadedRules =
      rulesApi && (request => readLoadedRules({ ...request, api: rulesApi }));
    this.#measurements = MeasurementCache.create(options);
    this.#increase = IncreaseProbe.create({
      ...options,
      api: this.#inspectApi,
    });
    this.#recorded =
      options.recordedRules === 'off'
        ? undefined
        : RecordedFleet.create(options);
  }

  validate(objective: ObjectiveDefinition): Fault[] {
    return this.#measurements.get(objective).faults ?? [];
  }

  explain(objective: ObjectiveDefinition): ExplainedQuery[] {
    const { measurement } = this.#measurements.get(objective);
    if (!measurement) {
      return [];
    }
    const measured = explainMeasurement(measurement, this.#increase.known);
    const definition = this.#recorded?.speaksFor({ objective, measurement });
    return definition === undefined
      ? measured
      : [
          ...explainRecorded({ ...this.#options, objective, definition }),
          ...measured.map(query => beside(query)),
        ];
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    const measured = await this.#measure(request.objectives);
    const startedAt = performance.now();
    const recorded = await this.#recorded?.read(measured, request);
    const left = measured.filter((_, index) => !recorded?.readings[index]);
    const run = await this.#ask(left, request);
    return {
      durationMs: performance.now() - startedAt,
      queries: run.requests + (recorded?.queries ?? 0),
      readings: measured.map((one, index) => {
        const { measurement, faults } = one;
        if (!measurement) {
          return { buckets: [], faults, inconsistent: false };
        }
        const known = recorded?.readings[index];
        if (known) {
          return known;
        }
        const reading = readingOf({ measurement, run, request });
        this.#recorded?.measured(one, reading);
        return reading;
      }),
    };
  }

  /** Measures objectives by their own queries, those of one shape together. */
  async #ask(
    measured: readonly Measured[],
    request: ReadBucketsRequest,
  ): Promise<QueryRun> {
    const schedules = scheduleReads(
      measured.flatMap(({ measurement }) => measurement ?? []),
      request,
    );
    const failed = new AbortController();
    const { purpose = 'newest' } = request;
    const isHistory = purpose !== 'newest';
    const apis = {
      newest: this.#api,
      history: this.#historyApi,
      trial: this.#inspectApi,
    };
    const run = QueryRun.create({
      api: apis[purpose],
      // what an old stretch is too much for may pass in another one
      faults: isHistory ? FaultMemory.create() : this.#faults,
      length: this.#length,
      serverIncrease: schedules.some(({ evaluations }) => evaluations.length)
        ? await this.#increase.find()
        : undefined,
      signal: request.signal
        ? AbortSignal.any([request.signal, failed.signal])
        : failed.signal,
    });
    try {
      await run.ask(schedules);
    } catch (error) {
      failed.abort();
      throw error;
    }
    return run;
  }

  async inspect({
    objective,
    ...request
  }: InspectRequest): Promise<ObjectiveInspection> {
    const { measurement } = this.#measurements.get(objective);
    return measurement
      ? inspectObjective({
          ...request,
          objective,
          measurement,
          api: this.#inspectApi,
          enforcedMatchers: this.#options.enforcedMatchers,
        })
      : { queries: [], unanswered: [] };
  }

  async findObjectives(
    request: FindObjectivesRequest,
  ): Promise<FindObjectivesResult> {
    return findRecordedObjectives({
      ...request,
      ...this.#options,
      api: this.#inspectApi,
    });
  }

  async oldestSample(options?: {
    signal?: AbortSignal;
  }): Promise<number | undefined> {
    const seconds = await this.#historyApi.retentionSeconds({
      signal: options?.signal,
    });
    return seconds === undefined
      ? undefined
      : Math.floor(Date.now() / 1_000 - seconds);
  }

  /** Reading thousands of queries for the first time takes a second or two. */
  async #measure(
    objectives: ObjectiveDefinition[],
  ): Promise<MeasuredObjective[]> {
    const measured: MeasuredObjective[] = [];
    for (const objective of objectives) {
      measured.push({ objective, ...this.#measurements.get(objective) });
      if (measured.length % OBJECTIVES_AT_ONCE === 0) {
        await othersTurn();
      }
    }
    return measured;
  }
}

type MeasuredObjective = Measured & { objective: ObjectiveDefinition };

/** A query that is only asked where the recorded series do not speak. */
function beside(query: ExplainedQuery): ExplainedQuery {
  const notes = ['where-not-recorded', ...(query.notes ?? [])];
  return { ...query, note: notes[0], notes };
}
