import type {
  InspectedQuery,
  MetricQuery,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';

/** A query of a document and what it stands for. */
export interface RoleQuery {
  role: InspectedQuery['role'];
  /** Place of the query in the document. */
  path: string;
  query: string;
}

const PLACE = 'spec.indicator.spec';

/** The queries of an objective that its source has accepted. */
export function metricQueries({ indicator }: ObjectiveDefinition): RoleQuery[] {
  switch (indicator.kind) {
    case 'ratio':
      return [
        ...roleQuery('good', 'ratioMetric.good', indicator.good),
        ...roleQuery('bad', 'ratioMetric.bad', indicator.bad),
        ...roleQuery('total', 'ratioMetric.total', indicator.total),
      ];
    case 'raw':
      return roleQuery('raw', 'ratioMetric.raw', indicator.raw);
    default:
      return roleQuery('value', 'thresholdMetric', indicator.metric);
  }
}

function roleQuery(
  role: RoleQuery['role'],
  place: string,
  metric: MetricQuery | undefined,
): RoleQuery[] {
  const query = metric?.spec.query;
  return typeof query === 'string'
    ? [{ role, path: `${PLACE}.${place}.metricSource.spec.query`, query }]
    : [];
}
