import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { RejectionReason } from './rejectionReason';

/**
 * Counts who knocks, by door and reason and by nothing that a request brings;
 * names get `backstage.plugin.stability.`.
 */
export class DoorMetrics {
  readonly #received: MetricsServiceCounter<{ source: string }>;
  readonly #rejected: MetricsServiceCounter<{
    source: string;
    reason: RejectionReason;
  }>;

  static create(options: { metrics: MetricsService }): DoorMetrics {
    return new DoorMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    this.#received = metrics.createCounter('doors.received', {
      description: 'Requests that came to a door, authentic or not',
      unit: '{request}',
    });
    this.#rejected = metrics.createCounter('doors.rejected', {
      description: 'Requests that a door sent away',
      unit: '{request}',
    });
  }

  received(source: string): void {
    this.#received.add(1, { source });
  }

  rejected(source: string, reason: RejectionReason): void {
    this.#rejected.add(1, { source, reason });
  }
}
