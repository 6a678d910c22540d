import type {
  ExplainedQuery,
  Fault,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import type {
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import type { PrometheusApi } from './client/PrometheusApi';
import { explainMeasurement } from './reading/explainMeasurement';
import { FaultMemory } from './reading/FaultMemory';
import { measure, type Measurement } from './reading/measure';
import { QueryRun } from './reading/QueryRun';
import {
  UnreadableQueriesError,
  type QueryReaderOptions,
} from './reading/QueryReader';
import { readingOf } from './reading/readingOf';
import { scheduleReads } from './reading/scheduleReads';

/** What a source reads with. */
export interface PrometheusSourceOptions extends QueryReaderOptions {
  api: PrometheusApi;
}

/** Reads objectives from a Prometheus API. */
export class PrometheusSource implements MetricsSource {
  readonly #options: PrometheusSourceOptions;
  readonly #faults = FaultMemory.create();

  static create(options: PrometheusSourceOptions): PrometheusSource {
    return new PrometheusSource(options);
  }

  private constructor(options: PrometheusSourceOptions) {
    this.#options = options;
  }

  validate(objective: ObjectiveDefinition): Fault[] {
    const measured = this.#measure(objective);
    return Array.isArray(measured) ? measured : [];
  }

  explain(objective: ObjectiveDefinition): ExplainedQuery[] {
    const measured = this.#measure(objective);
    return Array.isArray(measured) ? [] : explainMeasurement(measured);
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    const measured = request.objectives.map(one => this.#measure(one));
    const measurements = measured.filter(
      (one): one is Measurement => !Array.isArray(one),
    );
    const schedules = scheduleReads(measurements, request);
    const failed = new AbortController();
    const run = QueryRun.create({
      api: this.#options.api,
      faults: this.#faults,
      signal: request.signal
        ? AbortSignal.any([request.signal, failed.signal])
        : failed.signal,
    });
    const startedAt = performance.now();
    try {
      await Promise.all(
        schedules.map(({ expressions, evaluations }) =>
          run.ask(expressions, evaluations),
        ),
      );
    } catch (error) {
      failed.abort();
      throw error;
    }
    return {
      durationMs: performance.now() - startedAt,
      queries: run.requests,
      readings: measured.map(one =>
        Array.isArray(one)
          ? { buckets: [], faults: one, inconsistent: false }
          : readingOf({ measurement: one, run, request }),
      ),
    };
  }

  async oldestSample(options?: {
    signal?: AbortSignal;
  }): Promise<number | undefined> {
    const seconds = await this.#options.api.retentionSeconds({
      signal: options?.signal,
    });
    return seconds === undefined
      ? undefined
      : Math.floor(Date.now() / 1_000 - seconds);
  }

  #measure(objective: ObjectiveDefinition): Measurement | Fault[] {
    try {
      return measure(objective, this.#options);
    } catch (error) {
      if (error instanceof UnreadableQueriesError) {
        return error.faults;
      }
      throw error;
    }
  }
}
