import { InputError } from '@backstage/errors';
import { checkTypes } from '@plimsoll/promql';
import type { MetricQuery } from '../../objective/Indicator';
import type { Fault } from '../../objective/ObjectiveDefinition';

/** Carries what is wrong with the queries of one objective. @public */
export class RefusedQueryError extends InputError {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.path}: ${fault.message}`);
    this.fault = fault;
  }
}

/**
 * Makes something of the PromQL of a metric source, and checks that Prometheus
 * will take it: one query that it refuses costs it the whole file.
 *
 * @param options.path - place of the metric below `spec.indicator.spec`
 * @throws RefusedQueryError with the place and the mend
 */
export function readQuery<T>(options: {
  metric: MetricQuery;
  path: string;
  make(query: string): T;
}): T {
  const { metric, path, make } = options;
  try {
    const { query } = metric.spec;
    if (typeof query !== 'string') {
      throw new InputError(
        'has no PromQL, and rules are made of PromQL alone; write spec: { query: <PromQL> }',
      );
    }
    const made = make(query);
    checkTypes(query);
    return made;
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    throw new RefusedQueryError({
      path: `spec.indicator.spec.${path}.metricSource.spec.query`,
      message: error.message,
    });
  }
}
