import { InputError } from '@backstage/errors';
import type { Fault, MetricQuery } from '@plimsoll/plugin-slo-common';
import type { TemplateOptions } from '@plimsoll/promql';

/** What queries of a source are read with. */
export interface QueryReaderOptions extends TemplateOptions {
  /** Seconds between two samples of a series. */
  scrapeSeconds: number;
}

/** Carries the faults of all queries of one objective. */
export class UnreadableQueriesError extends InputError {
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(faults.map(fault => `${fault.path}: ${fault.message}`).join('; '));
    this.faults = faults;
  }
}

/**
 * Reads the queries of one objective and collects what is wrong with each, so
 * that all faults are told at once.
 */
export class QueryReader {
  readonly options: QueryReaderOptions;
  readonly #faults: Fault[] = [];

  static create(options: QueryReaderOptions): QueryReader {
    return new QueryReader(options);
  }

  private constructor(options: QueryReaderOptions) {
    this.options = options;
  }

  /** An error with what was found wrong so far. */
  failure(): UnreadableQueriesError {
    return new UnreadableQueriesError(this.#faults);
  }

  /**
   * Compiles the `query` of a metric source; `undefined` when it is faulty.
   *
   * @param path - place of the metric source's `spec` in the document
   */
  read<T extends object>(
    source: MetricQuery | undefined,
    path: string,
    compile: (query: string) => T,
  ): (T & { path: string }) | undefined {
    try {
      return { ...compile(queryOf(source)), path: `${path}.query` };
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      this.#faults.push({ path: `${path}.query`, message: error.message });
      return undefined;
    }
  }
}

function queryOf(source: MetricQuery | undefined): string {
  const { query, ...others } = source?.spec ?? {};
  if (typeof query !== 'string') {
    throw new InputError(
      'The metric source has no query; write spec: { query: <PromQL> }',
    );
  }
  const unknown = Object.keys(others);
  if (unknown.length) {
    throw new InputError(
      `Prometheus reads only "query" here, not ${unknown.join(', ')}; remove ${
        unknown.length > 1 ? 'them' : 'it'
      }`,
    );
  }
  return query;
}
