import type { ServiceFacts } from './ServiceFacts';

type EventKind =
  | 'requests'
  | 'orders'
  | 'transactions'
  | 'deliveries'
  | 'exports';

/** How one kind of event is exported. */
export interface MetricFamily {
  kind: EventKind & keyof ServiceFacts;
  /** Counter of the events. */
  counter: string;
  /** What tells failures apart, as the value of a label. */
  failure: { label: string; value: string; regexp: boolean };
  /** Histogram of how long they take, without `_bucket` and `_count`. */
  histogram?: { metric: string; boundsSeconds: readonly number[] };
}

const OUTCOME = { label: 'outcome', value: 'failed', regexp: false };

/** Everything that ShopKart's services count. */
export const METRIC_FAMILIES: readonly MetricFamily[] = [
  {
    kind: 'requests',
    counter: 'http_requests_total',
    failure: { label: 'code', value: '5..', regexp: true },
    histogram: {
      metric: 'http_request_duration_seconds',
      boundsSeconds: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 1, 2, 5],
    },
  },
  { kind: 'orders', counter: 'checkout_orders_total', failure: OUTCOME },
  {
    kind: 'transactions',
    counter: 'payment_transactions_total',
    failure: OUTCOME,
  },
  {
    kind: 'deliveries',
    counter: 'message_deliveries_total',
    failure: OUTCOME,
    histogram: {
      metric: 'message_delivery_seconds',
      boundsSeconds: [5, 15, 60, 300],
    },
  },
  { kind: 'exports', counter: 'export_jobs_total', failure: OUTCOME },
];
