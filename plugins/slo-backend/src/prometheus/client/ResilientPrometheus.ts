import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import pLimit, { type LimitFunction } from 'p-limit';
import type {
  InstantQuery,
  PrometheusApi,
  RangeQuery,
  Series,
} from './PrometheusApi';
import { SourceUnavailableError } from './PrometheusErrors';

/** How much is asked of a server, and when to leave it alone. */
export interface ResilienceOptions {
  /** Name of the source, for messages. */
  name: string;
  /** Requests in flight at once, 4 by default. */
  concurrency?: number;
  /** How often a request is repeated after a passing failure, 2 by default. */
  retries?: number;
  /** Failures in a row after which no more is asked, 5 by default. */
  failuresToOpen?: number;
  /** After so many milliseconds one request tries again, 15 s by default. */
  halfOpenAfterMs?: number;
  /** Longest wait before the first repetition, 250 ms by default. */
  retryDelayMs?: number;
}

/**
 * Stands before a Prometheus API: bounds what is in flight, repeats what failed
 * in passing, and leaves a server alone that fails again and again. A refused
 * or slow query says nothing against the server.
 */
export class ResilientPrometheus implements PrometheusApi {
  readonly #api: PrometheusApi;
  readonly #name: string;
  readonly #limit: LimitFunction;
  readonly #policy: IPolicy;

  static create(
    api: PrometheusApi,
    options: ResilienceOptions,
  ): ResilientPrometheus {
    return new ResilientPrometheus(api, options);
  }

  private constructor(api: PrometheusApi, options: ResilienceOptions) {
    this.#api = api;
    this.#name = options.name;
    this.#limit = pLimit(options.concurrency ?? 4);
    const repeat = retry(
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
    const breaker = circuitBreaker(
      handleWhen(error => error instanceof SourceUnavailableError),
      {
        breaker: new ConsecutiveBreaker(options.failuresToOpen ?? 5),
        halfOpenAfter: options.halfOpenAfterMs ?? 15_000,
      },
    );
    this.#policy = wrap(repeat, breaker);
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
      return await this.#limit(async () => {
        signal?.throwIfAborted();
        return await this.#policy.execute(request, signal);
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
}
