import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { InboxState } from '@plimsoll/plugin-stability-common';
import type { InboxReceipt } from './Inbox';

/** What a delivery may be counted as; the only attributes there are. */
type Counter = MetricsServiceCounter<{ source: string }>;

/** States in which reading a delivery may end. */
const ENDS: Partial<Record<InboxState, { name: string; description: string }>> =
  {
    done: {
      name: 'inbox.applied',
      description: 'Deliveries whose effect was written',
    },
    unmatched: {
      name: 'inbox.unmatched',
      description: 'Deliveries read that match no service for certain',
    },
    dead: {
      name: 'inbox.dead',
      description: 'Deliveries that cannot be read or written',
    },
    ignored: {
      name: 'inbox.ignored',
      description: 'Deliveries that say nothing about deployments or incidents',
    },
  };

/**
 * Counts deliveries, by the door or source that they came from and by nothing
 * else; names get `backstage.plugin.stability.`.
 */
export class InboxMetrics {
  readonly #accepted: Counter;
  readonly #duplicates: Counter;
  readonly #ends: ReadonlyMap<InboxState, Counter>;

  static create(options: { metrics: MetricsService }): InboxMetrics {
    return new InboxMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    const counter = (name: string, description: string): Counter =>
      metrics.createCounter(name, { description, unit: '{delivery}' });
    this.#accepted = counter('inbox.accepted', 'New deliveries, committed');
    this.#duplicates = counter(
      'inbox.duplicates',
      'Deliveries that were known already',
    );
    this.#ends = new Map(
      Object.entries(ENDS).map(([state, { name, description }]) => [
        state as InboxState,
        counter(name, description),
      ]),
    );
  }

  /** Deliveries were committed, or known. */
  taken(options: {
    deliveries: ReadonlyArray<{ source: string }>;
    receipts: readonly InboxReceipt[];
  }): void {
    const { deliveries, receipts } = options;
    receipts.forEach(({ isNew }, index) => {
      const { source } = deliveries[index];
      (isNew ? this.#accepted : this.#duplicates).add(1, { source });
    });
  }

  /** Deliveries were read, and what that meant was committed. */
  read(outcomes: ReadonlyArray<{ source: string; state: InboxState }>): void {
    for (const { source, state } of outcomes) {
      this.#ends.get(state)?.add(1, { source });
    }
  }
}
