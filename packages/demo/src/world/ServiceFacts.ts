import type { Episode } from '../stories/Episode';
import type { EventFacts } from '../traffic/EventFacts';

/** A gauge of one service. */
export interface GaugeFacts {
  /**
   * What it shows on an ordinary day.
   *
   * @param minute - Unix minutes
   */
  usual(minute: number): number;
  episodes?: readonly Episode[];
}

/** What the demo world knows about one service: what it exports, and how it does. */
export interface ServiceFacts {
  /** Name of the component, and the value of the label `service`. */
  service: string;
  /** HTTP requests: `http_requests_total`, `http_request_duration_seconds`. */
  requests?: EventFacts;
  /** Orders: `checkout_orders_total`. */
  orders?: EventFacts;
  /** Card payments and the like: `payment_transactions_total`. */
  transactions?: EventFacts;
  /** Mails and messages: `message_delivery_seconds`. */
  deliveries?: EventFacts;
  /** Jobs: `export_jobs_total`. */
  exports?: EventFacts;
  /** Gauges by the name of their metric. */
  gauges?: Record<string, GaugeFacts>;
  /** The series of failures appear with the first failure after a restart. */
  lateFailures?: boolean;
  /** Pods restart all the time, so every counter starts again and again. */
  resets?: boolean;
  /** Day (UTC, `YYYY-MM-DD`) since when nothing is exported any more. */
  silentSince?: string;
}
