import { setImmediate } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  BUCKET_SECONDS,
  type ExplainedQuery,
  type Fault,
  type ObjectiveDefinition,
  type ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type {
  InspectRequest,
  MetricsSource,
  ObjectiveReading,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import { Coverage } from '../reading/Coverage';
import { planMeasurement } from '../reading/planMeasurement';
import { readBucket } from '../reading/readBucket';
import { sourceOutages } from '../stories/sourceOutage';
import { RETENTION_DAYS } from '../time/constants';
import { DemoWorld } from '../world/DemoWorld';
import { explainIndicator } from './explainIndicator';
import { inspectIndicator } from './inspectIndicator';

const SECONDS_PER_DAY = 86_400;

export interface DemoMetricsSourceOptions {
  /** Whether the source acts as if it could not be reached. */
  isDown?(): boolean;
  /** Unix seconds; the clock of this machine where it is left out. */
  now?(): number;
  world?: DemoWorld;
}

/**
 * Answers for objectives out of ShopKart's made-up traffic. Every number is a
 * function of the service and the minute, so history never changes.
 */
export class DemoMetricsSource implements MetricsSource {
  readonly demo = true;
  readonly #isDown: () => boolean;
  readonly #now: () => number;
  readonly #world: DemoWorld;

  static create(options: DemoMetricsSourceOptions = {}): DemoMetricsSource {
    return new DemoMetricsSource(options);
  }

  private constructor(options: DemoMetricsSourceOptions) {
    this.#isDown = options.isDown ?? (() => false);
    this.#now = options.now ?? (() => Math.floor(Date.now() / 1000));
    this.#world = options.world ?? DemoWorld.create();
  }

  validate(objective: ObjectiveDefinition): Fault[] {
    const { indicator } = objective;
    return planMeasurement({ world: this.#world, indicator }).faults;
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    this.#answer();
    const started = performance.now();
    const readings: ObjectiveReading[] = [];
    for (const objective of request.objectives) {
      request.signal?.throwIfAborted();
      readings.push(this.#read(objective, request));
      // A long history takes a while, and the portal has pages to serve.
      await setImmediate();
    }
    const durationMs = performance.now() - started;
    return {
      readings,
      durationMs,
      // Nothing is sent: who spaces requests out need not wait for this one.
      queries: 0,
      outages: sourceOutages({
        from: Math.max(request.from, this.#oldest()),
        to: Math.min(request.to, this.#now()),
      }),
    };
  }

  explain(objective: ObjectiveDefinition): ExplainedQuery[] {
    const { indicator } = objective;
    return explainIndicator({ world: this.#world, indicator });
  }

  async inspect({
    objective,
    at,
  }: InspectRequest): Promise<ObjectiveInspection> {
    const { indicator, budgeting } = objective;
    const to = Math.floor(at / BUCKET_SECONDS) * BUCKET_SECONDS;
    // refuses where the source acts as if it were down
    const day = await this.readBuckets({
      objectives: [objective],
      from: to - SECONDS_PER_DAY,
      to,
      step: BUCKET_SECONDS,
    });
    const total = day.readings[0].buckets.reduce(
      (sum, bucket) => sum + bucket.total,
      0,
    );
    return {
      queries: inspectIndicator({
        world: this.#world,
        indicator,
        minute: Math.floor(at / 60),
      }),
      ...(budgeting.method === 'occurrences' && { unitsPerDay: total }),
      retentionSeconds: RETENTION_DAYS * SECONDS_PER_DAY,
      unanswered: [],
    };
  }

  async oldestSample(): Promise<number> {
    this.#answer();
    return this.#oldest();
  }

  #answer() {
    if (this.#isDown()) {
      throw new ServiceUnavailableError(
        'The demo source acts as if it were down; remove `down: true` from its entry under slo.sources in app-config',
      );
    }
  }

  /** Start of the first whole bucket that is still remembered. */
  #oldest(): number {
    const start = this.#now() - RETENTION_DAYS * SECONDS_PER_DAY;
    return Math.ceil(start / BUCKET_SECONDS) * BUCKET_SECONDS;
  }

  #read(
    objective: ObjectiveDefinition,
    request: ReadBucketsRequest,
  ): ObjectiveReading {
    const { budgeting, indicator } = objective;
    const planned = planMeasurement({ world: this.#world, indicator });
    if (!planned.measurement) {
      return { buckets: [], faults: planned.faults, inconsistent: false };
    }
    const { measurement } = planned;
    const now = this.#now();
    const oldest = this.#oldest();
    const reading: ObjectiveReading = {
      buckets: [],
      faults: [],
      inconsistent: false,
    };
    const coverage = Coverage.create({
      oldest,
      now,
      exists: measurement.exists,
    });
    const onInconsistent = () => {
      reading.inconsistent = true;
    };
    const how = { measurement, budgeting, coverage, onInconsistent };
    const end = Math.min(request.to, now);
    for (let from = request.from; from < end; from += request.step) {
      const to = Math.min(from + request.step, end);
      const bucket = readBucket(how, from, to);
      if (bucket.coveredSeconds > 0) {
        reading.buckets.push(bucket);
      }
    }
    return reading;
  }
}
