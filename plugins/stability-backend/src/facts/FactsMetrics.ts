import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** What the fold tells about itself; names get `backstage.plugin.stability.`. */
export class FactsMetrics {
  readonly #folded: MetricsServiceCounter;
  readonly #failed: MetricsServiceCounter;
  readonly #duration: MetricsServiceHistogram;

  static create(options: { metrics: MetricsService }): FactsMetrics {
    return new FactsMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    this.#folded = metrics.createCounter('services.folded', {
      description: 'Services whose facts were made anew',
      unit: '{service}',
    });
    this.#failed = metrics.createCounter('services.fold.failures', {
      description: 'Services whose facts could not be made',
      unit: '{service}',
    });
    this.#duration = metrics.createHistogram('services.fold.duration', {
      description: 'Time to make and write the facts of one batch of services',
      unit: 's',
    });
  }

  folded(options: {
    services: number;
    failures: number;
    durationMs: number;
  }): void {
    this.#folded.add(options.services);
    this.#duration.record(options.durationMs / 1000);
    if (options.failures > 0) {
      this.#failed.add(options.failures);
    }
  }
}
