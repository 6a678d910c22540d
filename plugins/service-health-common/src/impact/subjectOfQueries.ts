import type { ObjectiveSubject } from './DeploymentImpact';

/** Queries on how long answers take, by how Prometheus' metrics are named. */
const ON_DURATIONS =
  /_bucket\b|histogram_quantile|latency|duration_seconds|duration_milliseconds/i;

/** Figures of the portal itself: deployments and incidents as metrics. */
const OWN_METRICS = /backstage[._]plugin[._]stability[._]/i;

/**
 * What an objective is about, by the queries that its source sends.
 *
 * @param options.unit - slices of time say nothing of errors
 * @returns undefined for an objective on deployments or incidents, which must
 * not speak of a deployment
 * @public
 */
export function subjectOfQueries(options: {
  queries: ReadonlyArray<{ name: string; text: string }>;
  unit: 'events' | 'slices';
}): ObjectiveSubject | undefined {
  const { queries, unit } = options;
  if (queries.some(({ text }) => OWN_METRICS.test(text))) {
    return undefined;
  }
  // a total may count durations too; what is good or bad tells
  const telling = queries.filter(({ name }) => name !== 'total');
  if (telling.some(({ text }) => ON_DURATIONS.test(text))) {
    return 'latency';
  }
  return unit === 'events' && telling.length > 0 ? 'errors' : 'other';
}
