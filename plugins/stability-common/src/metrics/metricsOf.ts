import { finishSteps } from '../steps/finishSteps';
import { figureOf } from './figureOf';
import { METRIC_DEFINITIONS } from './metricDefinitions';
import {
  METRIC_NAMES,
  type MetricCounts,
  type MetricFigure,
} from './MetricFigure';
import type { MetricScope } from './MetricScope';
import type { MetricsOptions } from './MetricsOptions';
import { groundSteps, type ScopeGround, windowOf } from './scopeOf';

/** The metrics of one window, and what they were counted from. @public */
export interface WindowMetrics {
  counts: MetricCounts;
  metrics: MetricFigure[];
}

/**
 * The nine metrics of one service, or of many rolled up: batches and incidents
 * that touched several services count once, and every share and median is
 * taken over all deployments, never over the figures of single services.
 *
 * @throws InputError if an instant cannot be read
 * @public
 */
export function metricsOf(options: MetricsOptions): WindowMetrics {
  return finishSteps(metricSteps(options));
}

/**
 * The same in steps, between which the work can be put aside: those of many
 * services rolled up take long.
 *
 * @throws InputError if an instant cannot be read
 * @public
 */
export function* metricSteps(
  options: MetricsOptions,
): Generator<undefined, WindowMetrics, undefined> {
  const ground = yield* groundSteps(options);
  return yield* windowSteps(options, ground);
}

/**
 * The same of several windows, one with each step: what is given is read once.
 *
 * @param options.windows - ISO instants; `to` is exclusive
 * @throws InputError if an instant cannot be read
 * @public
 */
export function* metricsByWindow(
  options: Omit<MetricsOptions, 'from' | 'to'> & {
    windows: ReadonlyArray<Pick<MetricsOptions, 'from' | 'to'>>;
  },
): Generator<WindowMetrics> {
  const ground = finishSteps(groundSteps(options));
  for (const window of options.windows) {
    yield finishSteps(windowSteps({ ...options, ...window }, ground));
  }
}

function* windowSteps(
  options: MetricsOptions,
  ground: ScopeGround,
): Generator<undefined, WindowMetrics, undefined> {
  const { from, to, targets, bands } = options;
  const scope = windowOf({ ground, from, to });
  const metrics: MetricFigure[] = [];
  for (const metric of METRIC_NAMES) {
    yield;
    const samples = METRIC_DEFINITIONS[metric].samplesOf(scope);
    yield;
    metrics.push(
      figureOf({ metric, scope, samples, target: targets?.[metric], bands }),
    );
  }
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
