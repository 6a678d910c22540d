import { renderMatcher } from '@plimsoll/promql';
import { describeFailure } from './describeFailure';
import { errorOfAnswer, errorOfStatus } from './errorOfAnswer';
import { parseAnswer, parseJson } from './parseAnswer';
import { parseRetention } from './parseRetention';
import { parseRules } from './parseRules';
import type {
  InstantQuery,
  PrometheusApi,
  QueryOptions,
  RangeQuery,
  Series,
} from './PrometheusApi';
import { QueryTooLargeError, SourceUnavailableError } from './PrometheusErrors';
import { readLimitedBody } from './readLimitedBody';
import type { RulesApi, RulesRequest, ServerRule } from './RulesApi';

/** How a Prometheus API is reached. */
export interface HttpPrometheusOptions {
  /** Name of the source, for messages. */
  name: string;
  /** Root of the API, without `/api/v1`. */
  baseUrl: string;
  /** Sent with every request: authorization, tenant. */
  headers: Readonly<Record<string, string>>;
  /** Told to the server. */
  timeoutSeconds: number;
  /** The request is given up so much later, 2 by default. */
  graceSeconds?: number;
  /** Longest answer that is read. */
  maxResponseBytes: number;
  /** Sent with every query, in place of what is sent anyway: `dedup`. */
  parameters?: Readonly<Record<string, string>>;
}

/**
 * Thanos deduplicates and must not answer in part, VictoriaMetrics must
 * neither answer in part nor round times for its cache. Other servers ignore
 * what they do not know.
 */
const QUERY_PARAMETERS = {
  dedup: 'true',
  partial_response: 'false',
  deny_partial_response: '1',
  nocache: '1',
};

/** Speaks the Prometheus HTTP API: one request for one call, no retries. */
export class HttpPrometheus implements PrometheusApi, RulesApi {
  readonly #options: HttpPrometheusOptions;

  static create(options: HttpPrometheusOptions): HttpPrometheus {
    return new HttpPrometheus(options);
  }

  private constructor(options: HttpPrometheusOptions) {
    this.#options = options;
  }

  async query(request: InstantQuery): Promise<Series[]> {
    return this.#ask('query', request, { time: String(request.time) });
  }

  async queryRange(request: RangeQuery): Promise<Series[]> {
    const { start, end, step } = request;
    return this.#ask('query_range', request, {
      start: String(start),
      end: String(end),
      step: String(step),
    });
  }

  async retentionSeconds(options: {
    signal?: AbortSignal;
  }): Promise<number | undefined> {
    const { status, body } = await this.#send({
      path: 'status/runtimeinfo',
      method: 'GET',
      timeoutSeconds: this.#options.timeoutSeconds,
      signal: options.signal,
    });
    return status === 200 ? parseRetention(parseJson(body)) : undefined;
  }

  async rules(request: RulesRequest): Promise<ServerRule[]> {
    const { name } = this.#options;
    const parameters = new URLSearchParams(this.#options.parameters);
    request.names?.forEach(one => parameters.append('rule_name[]', one));
    request.labels?.forEach(labels =>
      parameters.append('match[]', selectorOf(labels)),
    );
    const { status, body } = await this.#send({
      path: `rules?${parameters}`,
      method: 'GET',
      timeoutSeconds: this.#options.timeoutSeconds,
      signal: request.signal,
    });
    const rules = status === 200 ? parseRules(parseJson(body)) : undefined;
    if (!rules) {
      throw errorOfStatus(name, status);
    }
    return rules;
  }

  async #ask(
    path: string,
    options: QueryOptions,
    parameters: Record<string, string>,
  ): Promise<Series[]> {
    const { name } = this.#options;
    const { query, signal } = options;
    const timeoutSeconds = Math.min(
      this.#options.timeoutSeconds,
      options.timeoutSeconds ?? Infinity,
    );
    const { status, body } = await this.#send({
      path,
      method: 'POST',
      timeoutSeconds,
      signal,
      body: new URLSearchParams({
        query,
        ...parameters,
        ...QUERY_PARAMETERS,
        ...this.#options.parameters,
        timeout: `${timeoutSeconds}s`,
      }),
    });
    const answer = parseAnswer(body);
    if (answer?.kind === 'error') {
      throw errorOfAnswer(name, status, answer);
    }
    if (status !== 200 || !answer) {
      throw errorOfStatus(name, status);
    }
    return answer.series;
  }

  async #send(request: {
    path: string;
    method: 'GET' | 'POST';
    timeoutSeconds: number;
    body?: URLSearchParams;
    signal?: AbortSignal;
  }): Promise<{ status: number; body: string }> {
    const { name, baseUrl, headers, maxResponseBytes } = this.#options;
    const { graceSeconds = 2 } = this.#options;
    const timeout = AbortSignal.timeout(
      Math.round((request.timeoutSeconds + graceSeconds) * 1_000),
    );
    try {
      const response = await fetch(`${baseUrl}/api/v1/${request.path}`, {
        method: request.method,
        body: request.body,
        headers: { ...headers, accept: 'application/json' },
        redirect: 'manual',
        signal: request.signal
          ? AbortSignal.any([request.signal, timeout])
          : timeout,
      });
      const body = await readLimitedBody(response, maxResponseBytes);
      return { status: response.status, body };
    } catch (error) {
      request.signal?.throwIfAborted();
      if (error instanceof QueryTooLargeError) {
        throw error;
      }
      throw new SourceUnavailableError(
        `The source ${name} did not answer: ${describeFailure(error)}`,
        { isTransient: !timeout.aborted, mayBeTheQuery: timeout.aborted },
      );
    }
  }
}

function selectorOf(labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([label, value]) =>
    renderMatcher({ label, operator: '=', value }),
  );
  return `{${matchers.join(',')}}`;
}
