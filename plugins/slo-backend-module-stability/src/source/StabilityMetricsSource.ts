import type {
  ExplainedQuery,
  Fault,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import type {
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
  ReadRevisionsRequest,
  RevisedStretch,
} from '@plimsoll/plugin-slo-node';
import { EventsMemory } from '../events/EventsMemory';
import { FactsReader, type FactsReaderOptions } from '../events/FactsReader';
import { readMeasurement } from '../measurement/readMeasurement';
import { explainMeasurement } from './explainMeasurement';
import { toBuckets } from './toBuckets';

/** @see StabilityMetricsSource */
export interface StabilityMetricsSourceOptions extends FactsReaderOptions {
  /** The deployments are made up. */
  demo?: boolean;
  /** Unix seconds; the clock by default. */
  now?: () => number;
}

/** Measures objectives by the facts of the stability plugin. */
export class StabilityMetricsSource implements MetricsSource {
  readonly demo: boolean;
  readonly #memory: EventsMemory;
  readonly #now: () => number;

  static create(
    options: StabilityMetricsSourceOptions,
  ): StabilityMetricsSource {
    return new StabilityMetricsSource(options);
  }

  private constructor(options: StabilityMetricsSourceOptions) {
    const { demo = false, now = () => Math.floor(Date.now() / 1000) } = options;
    this.demo = demo;
    this.#now = now;
    const reader = FactsReader.create(options);
    this.#memory = EventsMemory.create({ reader, now });
  }

  validate({ indicator }: ObjectiveDefinition): Fault[] {
    return readMeasurement(indicator).faults;
  }

  explain({ indicator }: ObjectiveDefinition): ExplainedQuery[] {
    const { measurement } = readMeasurement(indicator);
    return measurement ? explainMeasurement(measurement) : [];
  }

  async oldestSample(): Promise<number> {
    return this.#memory.oldest;
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    const started = performance.now();
    const { objectives, signal, from, to, step } = request;
    const read = objectives.map(({ indicator }) => readMeasurement(indicator));
    const refs = read.flatMap(
      ({ measurement }) => measurement?.entityRef ?? [],
    );
    const known = await this.#memory.events(refs, signal);
    const now = this.#now();
    return {
      queries: known.size,
      durationMs: performance.now() - started,
      readings: read.map(({ measurement, faults }) => {
        const events = measurement && known.get(measurement.entityRef);
        return {
          faults,
          inconsistent: false,
          buckets: events
            ? toBuckets({ events, measurement, from, to, step, now })
            : [],
        };
      }),
    };
  }

  async revised(request: ReadRevisionsRequest): Promise<RevisedStretch[]> {
    const { objectives, since, signal } = request;
    const measured = objectives.flatMap(objective => {
      const { measurement } = readMeasurement(objective.indicator);
      return measurement ? [{ objective, ref: measurement.entityRef }] : [];
    });
    const ranges = await this.#memory.takeRevised({
      entityRefs: measured.map(({ ref }) => ref),
      since,
      signal,
    });
    return measured.flatMap(({ objective, ref }) => {
      const range = ranges.get(ref);
      return range ? [{ objective, ...range }] : [];
    });
  }
}
