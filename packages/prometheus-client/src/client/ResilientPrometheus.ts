import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  type IPolicy,
} from 'cockatiel';
import type {
  InstantQuery,
  PrometheusApi,
  RangeQuery,
  Series,
} from './PrometheusApi';
import { QueryTimeoutError, SourceUnavailableError } from './PrometheusErrors';
import { RequestSlots, type Urgency } from './RequestSlots';

/** A server that is up answers the cheapest query within so many seconds. */
const PROBE_TIMEOUT_SECONDS = 5;

/** How much is asked of a server, and when to leave it alone. */
export interface ResilienceOptions {
  /** Name of the source, for messages. */
  name: string;
  /** Shared by all that ask the same server; its own four by default. */
  slots?: RequestSlots;
  /** Whether others go first, `live` by default. */
  urgency?: Urgency;
  /** How often a request is repeated after a passing failure, 2 by default. */
  retries?: number;
  /** Failed requests in a row after which no more is asked, 5 by default. */
  failuresToOpen?: number;
  /** After so many milliseconds one request tries again, 15 s by default. */
  halfOpenAfterMs?: number;
  /** Longest wait before the first repetition, 250 ms by default. */
  retryDelayMs?: number;
}

/**
 * Stands before a Prometheus API: bounds what is in flight, repeats what failed
 * in passing, and leaves a server alone that fails again and again. A refused
 * or slow query says nothing against the server; neither does one that it fails
 * over while it answers others.
 */
export class ResilientPrometheus implements PrometheusApi {
  readonly #api: PrometheusApi;
  readonly #name: string;
  readonly #slots: RequestSlots;
  readonly #urgency: Urgency;
  readonly #repeat: IPolicy;
  readonly #breaker: IPolicy;
  #answeredAt = -Infinity;
  #probe: Promise<boolean> | undefined;

  static create(
    api: PrometheusApi,
    options: ResilienceOptions,
  ): ResilientPrometheus {
    return new ResilientPrometheus(api, options);
  }

  private constructor(api: PrometheusApi, options: ResilienceOptions) {
    this.#api = api;
    this.#name = options.name;
    this.#slots = options.slots ?? RequestSlots.create();
    this.#urgency = options.urgency ?? 'live';
    this.#repeat = retry(
      handleWhen(
        error => error instanceof SourceUnavailableError && error.isTransient,
      ),
      {
        maxAttempts: options.retries ?? 2,
        backoff: new ExponentialBackoff({
          initialDelay: options.retryDelayMs ?? 250,
          maxDelay: 5_000,
        }),
      },
    );
    this.#breaker = circuitBreaker(
      handleWhen(error => error instanceof SourceUnavailableError),
      {
        breaker: new ConsecutiveBreaker(options.failuresToOpen ?? 5),
        halfOpenAfter: options.halfOpenAfterMs ?? 15_000,
      },
    );
  }

  query(request: InstantQuery): Promise<Series[]> {
    return this.#run(request.signal, () => this.#api.query(request));
  }

  queryRange(request: RangeQuery): Promise<Series[]> {
    return this.#run(request.signal, () => this.#api.queryRange(request));
  }

  retentionSeconds(options: {
    signal?: AbortSignal;
  }): Promise<number | undefined> {
    return this.#run(options.signal, () => this.#api.retentionSeconds(options));
  }

  async #run<T>(
    signal: AbortSignal | undefined,
    request: () => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#slots.run(this.#urgency, async () => {
        signal?.throwIfAborted();
        // the breaker counts requests, not their repetitions
        return await this.#breaker.execute(
          () => this.#attempt(signal, request),
          signal,
        );
      });
    } catch (error) {
      if (isBrokenCircuitError(error)) {
        throw new SourceUnavailableError(
          `The source ${
            this.#name
          } failed several times in a row and is left alone for some seconds`,
          { isTransient: false },
        );
      }
      throw error;
    }
  }

  async #attempt<T>(
    signal: AbortSignal | undefined,
    request: () => Promise<T>,
  ): Promise<T> {
    const startedAt = performance.now();
    try {
      const answer = await this.#repeat.execute(request, signal);
      this.#answeredAt = performance.now();
      return answer;
    } catch (error) {
      const isTheQuery =
        error instanceof SourceUnavailableError &&
        error.mayBeTheQuery &&
        (this.#answeredAt > startedAt || (await this.#answersAtAll(signal)));
      throw isTheQuery
        ? new QueryTimeoutError(
            `The query was too much for the source: ${error.message}`,
          )
        : error;
    }
  }

  /** Whether the server answers the cheapest query; asked once for all. */
  async #answersAtAll(signal: AbortSignal | undefined): Promise<boolean> {
    this.#probe ??= this.#api
      .query({
        query: 'vector(1)',
        time: Math.floor(Date.now() / 1_000),
        timeoutSeconds: PROBE_TIMEOUT_SECONDS,
      })
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        this.#probe = undefined;
      });
    const answers = await this.#probe;
    signal?.throwIfAborted();
    return answers;
  }
}
