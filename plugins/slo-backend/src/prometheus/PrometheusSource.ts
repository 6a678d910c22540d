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
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import type { PrometheusApi } from '@plimsoll/prometheus-client';
import { findRecordedObjectives } from '../existing/discovery/findRecordedObjectives';
import { inspectObjective } from './inspecting/inspectObjective';
import { explainMeasurement } from './reading/explainMeasurement';
import { FaultMemory } from './reading/FaultMemory';
import { MeasurementCache, type Measured } from './reading/MeasurementCache';
import type { QueryReaderOptions } from './reading/QueryReader';
import { QueryRun } from './reading/QueryRun';
import { readingOf } from './reading/readingOf';
import { scheduleReads } from './reading/scheduleReads';

const OBJECTIVES_AT_ONCE = 100;

/** What a source reads with. */
export interface PrometheusSourceOptions extends QueryReaderOptions {
  api: PrometheusApi;
  /** Asked for history; a failure there says nothing about `api`. */
  historyApi: PrometheusApi;
  /** Asked for the doctor, whose failures harm nobody; `historyApi` by default. */
  inspectApi?: PrometheusApi;
}

/** Reads objectives from a Prometheus API. */
export class PrometheusSource implements MetricsSource {
  readonly #api: PrometheusApi;
  readonly #historyApi: PrometheusApi;
  readonly #inspectApi: PrometheusApi;
  readonly #options: QueryReaderOptions;
  readonly #measurements: MeasurementCache;
  readonly #faults = FaultMemory.create();

  static create(options: PrometheusSourceOptions): PrometheusSource {
    return new PrometheusSource(options);
  }

  private constructor(options: PrometheusSourceOptions) {
    this.#api = options.api;
    this.#historyApi = options.historyApi;
    this.#inspectApi = options.inspectApi ?? options.historyApi;
    this.#options = options;
    this.#measurements = MeasurementCache.create(options);
  }

  validate(objective: ObjectiveDefinition): Fault[] {
    return this.#measurements.get(objective).faults ?? [];
  }

  explain(objective: ObjectiveDefinition): ExplainedQuery[] {
    const { measurement } = this.#measurements.get(objective);
    return measurement ? explainMeasurement(measurement) : [];
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    const measured = await this.#measure(request.objectives);
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
      signal: request.signal
        ? AbortSignal.any([request.signal, failed.signal])
        : failed.signal,
    });
    const startedAt = performance.now();
    try {
      await run.ask(schedules);
    } catch (error) {
      failed.abort();
      throw error;
    }
    return {
      durationMs: performance.now() - startedAt,
      queries: run.requests,
      readings: measured.map(({ measurement, faults }) =>
        measurement
          ? readingOf({ measurement, run, request })
          : { buckets: [], faults, inconsistent: false },
      ),
    };
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
  async #measure(objectives: ObjectiveDefinition[]): Promise<Measured[]> {
    const measured: Measured[] = [];
    for (const objective of objectives) {
      measured.push(this.#measurements.get(objective));
      if (measured.length % OBJECTIVES_AT_ONCE === 0) {
        await othersTurn();
      }
    }
    return measured;
  }
}
