import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Settings } from './settings.ts';

/** Objectives for latency stand at 0.4, 0.5, 1 or 2 s: each needs a bucket that ends there. */
const LATENCY_BUCKETS = [0.05, 0.1, 0.25, 0.4, 0.5, 1, 2, 5];

export interface AnsweredRequest {
  method: string;
  /** The pattern, never the path: a label must not grow with what callers send. */
  route: string;
  status: number;
  seconds: number;
}

/** What Prometheus reads at /metrics. SLOs, alerts and dashboards use these names. */
export class Metrics {
  readonly #service: string;
  readonly #registry = new Registry();
  readonly #requests: Counter<'service' | 'method' | 'route' | 'code'>;
  readonly #durations: Histogram<'service' | 'method' | 'route'>;

  constructor({ serviceName, serviceVersion }: Settings) {
    this.#service = serviceName;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'http_requests_total',
      help: 'Requests that were answered.',
      labelNames: ['service', 'method', 'route', 'code'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: "Time from the request's head to the last byte of the answer.",
      labelNames: ['service', 'method', 'route'],
      buckets: LATENCY_BUCKETS,
      registers,
    });
    new Gauge({
      name: 'build_info',
      help: 'Always 1; the version that runs is a label.',
      labelNames: ['service', 'version'],
      registers,
    }).set({ service: serviceName, version: serviceVersion }, 1);
  }

  /**
   * Starts a route's series at 0. A series that appears with the first error has no
   * increase, and the error would be missing in every rate.
   */
  expectRoute(method: string, route: string): void {
    for (const code of ['200', '500']) {
      this.#requests.inc({ service: this.#service, method, route, code }, 0);
    }
    this.#durations.zero({ service: this.#service, method, route });
  }

  count({ method, route, status, seconds }: AnsweredRequest): void {
    this.#requests.inc({ service: this.#service, method, route, code: String(status) });
    this.#durations.observe({ service: this.#service, method, route }, seconds);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** The text that a scrape gets. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }
}
