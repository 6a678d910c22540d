import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** What the engine tells about itself; names get `backstage.plugin.slo.`. */
export class EngineMetrics {
  readonly #evaluated: MetricsServiceCounter;
  readonly #writeDuration: MetricsServiceHistogram;
  readonly #lag: MetricsServiceHistogram;
  readonly #readDuration: MetricsServiceHistogram<{ source: string }>;
  readonly #queries: MetricsServiceCounter<{ source: string; kind: string }>;
  readonly #failures: MetricsServiceCounter<{ source: string }>;

  static create(options: { metrics: MetricsService }): EngineMetrics {
    return new EngineMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    this.#evaluated = metrics.createCounter('objectives.evaluated', {
      description: 'Objectives whose status was computed',
      unit: '{objective}',
    });
    this.#writeDuration = metrics.createHistogram('evaluation.write.duration', {
      description: 'Time to record and judge one chunk of objectives',
      unit: 's',
    });
    this.#lag = metrics.createHistogram('evaluation.lag', {
      description:
        'Time from the minute that statuses speak for until they are written',
      unit: 's',
    });
    this.#readDuration = metrics.createHistogram('source.read.duration', {
      description: 'Time that a metrics source took for one reading',
      unit: 's',
    });
    this.#queries = metrics.createCounter('source.queries', {
      description: 'Requests that metrics sources sent to their backends',
      unit: '{request}',
    });
    this.#failures = metrics.createCounter('source.failures', {
      description: 'Readings that a metrics source did not answer',
      unit: '{reading}',
    });
  }

  evaluated(options: { objectives: number; durationMs: number }): void {
    this.#evaluated.add(options.objectives);
    this.#writeDuration.record(options.durationMs / 1000);
  }

  /** @param seconds - since the minute that was evaluated */
  written(seconds: number): void {
    this.#lag.record(seconds);
  }

  sourceRead(options: {
    source: string;
    durationMs: number;
    queries: number;
    /** Newest buckets by default. */
    kind?: 'newest' | 'backfill';
  }): void {
    const { source, durationMs, queries, kind = 'newest' } = options;
    this.#readDuration.record(durationMs / 1000, { source });
    this.#queries.add(queries, { source, kind });
  }

  sourceFailed(options: { source: string }): void {
    this.#failures.add(1, options);
  }
}
