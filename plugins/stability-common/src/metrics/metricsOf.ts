import { figureOf } from './figureOf';
import { METRIC_DEFINITIONS } from './metricDefinitions';
import {
  METRIC_NAMES,
  type MetricCounts,
  type MetricFigure,
} from './MetricFigure';
import type { MetricScope } from './MetricScope';
import type { MetricsOptions } from './MetricsOptions';
import { scopeOf } from './scopeOf';

/**
 * The nine metrics of one service, or of many rolled up: batches and incidents
 * that touched several services count once, and every share and median is
 * taken over all deployments, never over the figures of single services.
 *
 * @throws InputError if an instant cannot be read
 * @public
 */
export function metricsOf(options: MetricsOptions): {
  counts: MetricCounts;
  metrics: MetricFigure[];
} {
  const scope = scopeOf(options);
  const metrics = METRIC_NAMES.map(metric =>
    figureOf({
      metric,
      scope,
      samples: METRIC_DEFINITIONS[metric].samplesOf(scope),
      target: options.targets?.[metric],
      bands: options.bands,
    }),
  );
  return { counts: countsOf(scope), metrics };
}

function countsOf({
  deployments,
  incidents,
  openIncidents,
}: MetricScope): MetricCounts {
  const forward = deployments.filter(({ type }) => type === 'forward');
  const judged = (name: string) =>
    forward.filter(({ verdict }) => verdict.name === name).length;
  return {
    deployments: forward.filter(({ state }) => state === 'succeeded').length,
    failed: judged('failed'),
    pending: judged('pending'),
    prevented: judged('prevented'),
    rollbacks: deployments.filter(
      ({ type, state }) => type === 'rollback' && state === 'succeeded',
    ).length,
    incidents: incidents.filter(({ derived, merged }) => !derived && !merged)
      .length,
    openIncidents,
  };
}
