import { toError } from '@backstage/errors';
import { addDays } from '@plimsoll/plugin-cost-common';
import {
  type Connection,
  describeFailure,
  QueryTooLargeError,
  readLimitedBody,
  SourceUnavailableError,
  withoutAddresses,
} from '@plimsoll/prometheus-client';
import type { z } from 'zod';
import {
  allocationAnswer,
  assetAnswer,
  type OpenCostAllocation,
  type OpenCostAsset,
} from './OpenCostAnswer';

const MAX_RESPONSE_BYTES = 20_000_000;

/** Older versions do not have every path. */
class UnknownPathError extends SourceUnavailableError {}

/** @see OpenCostClient */
export interface OpenCostClientOptions extends Connection {
  /** Name in `cost.sources`, for messages. */
  name: string;
}

/**
 * Asks OpenCost in the one form that all its versions understand: a window of
 * two instants, one step of a day, nothing accumulated.
 */
export class OpenCostClient {
  readonly #options: OpenCostClientOptions;

  static create(options: OpenCostClientOptions): OpenCostClient {
    return new OpenCostClient(options);
  }

  private constructor(options: OpenCostClientOptions) {
    this.#options = options;
  }

  /**
   * What was allocated on a UTC day, by key.
   *
   * @throws SourceUnavailableError when it cannot be asked or says no
   */
  async allocations(options: {
    day: string;
    /** `node`, `namespace`, `label:app`. */
    aggregate: readonly string[];
    signal: AbortSignal;
  }): Promise<Map<string, OpenCostAllocation>> {
    const { day, aggregate, signal } = options;
    const { data } = await this.#ask({
      path: 'allocation/compute',
      schema: allocationAnswer,
      signal,
      query: {
        window: windowOf(day),
        step: '1d',
        accumulate: 'false',
        aggregate: aggregate.join(','),
        includeIdle: 'true',
        idleByNode: 'true',
      },
    });
    return merged(data);
  }

  /**
   * What there was on a UTC day; nothing where this version does not know.
   *
   * @throws SourceUnavailableError when it cannot be asked
   */
  async assets(options: {
    day: string;
    signal: AbortSignal;
  }): Promise<OpenCostAsset[]> {
    const { day, signal } = options;
    try {
      const { data } = await this.#ask({
        path: 'assets',
        schema: assetAnswer,
        signal,
        query: { window: windowOf(day), accumulate: 'false' },
      });
      return [...merged(data).values()];
    } catch (error) {
      if (error instanceof UnknownPathError) {
        return [];
      }
      throw error;
    }
  }

  async #ask<T extends { code: number; message?: string | null }>(options: {
    path: string;
    schema: z.ZodType<T>;
    query: Record<string, string>;
    signal: AbortSignal;
  }): Promise<T> {
    const { name } = this.#options;
    const { path, schema } = options;
    const { status, body } = await this.#send(options);
    // The status comes first: of a bad request the body is text, or two bodies.
    if (status === 404) {
      throw new UnknownPathError(
        `OpenCost ${name} has no /${path}; check cost.sources.${name}.baseUrl`,
        { isTransient: false },
      );
    }
    if (status !== 200) {
      throw this.#refused(status, body);
    }
    const parsed = schema.safeParse(parseJson(body));
    if (!parsed.success) {
      throw new SourceUnavailableError(
        `OpenCost ${name} answered with something else than costs; check cost.sources.${name}.baseUrl`,
        { isTransient: false },
      );
    }
    if (parsed.data.code !== 200) {
      throw this.#refused(parsed.data.code, parsed.data.message ?? '');
    }
    return parsed.data;
  }

  #refused(status: number, text: string): Error {
    const said = withoutAddresses(text.slice(0, 300));
    return new SourceUnavailableError(
      `OpenCost ${this.#options.name} answered with ${status}${
        said && `: ${said}`
      }`,
      { isTransient: status >= 500 || status === 429 },
    );
  }

  async #send(options: {
    path: string;
    query: Record<string, string>;
    signal: AbortSignal;
  }): Promise<{ status: number; body: string }> {
    const { name, baseUrl, headers, timeoutSeconds } = this.#options;
    const { path, query, signal } = options;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1_000);
    try {
      const response = await fetch(
        `${baseUrl}/${path}?${new URLSearchParams(query)}`,
        {
          headers: { ...headers, accept: 'application/json' },
          redirect: 'manual',
          signal: AbortSignal.any([signal, timeout]),
        },
      );
      const body = await readLimitedBody(response, MAX_RESPONSE_BYTES);
      return { status: response.status, body };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof QueryTooLargeError) {
        throw error;
      }
      throw new SourceUnavailableError(
        `OpenCost ${name} did not answer: ${describeFailure(toError(error))}`,
        { isTransient: true },
      );
    }
  }
}

/** An explicit pair of midnights: `1d` would end in the future. */
function windowOf(day: string): string {
  return `${day}T00:00:00Z,${addDays(day, 1)}T00:00:00Z`;
}

function merged<T>(sets: ReadonlyArray<Record<string, T> | null>) {
  return new Map(sets.flatMap(set => Object.entries(set ?? {})));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
