import type {
  Indicator,
  InspectedQuery,
  MetricQuery,
} from '@plimsoll/plugin-slo-common';

/** A query of an indicator. */
export interface IndicatorQuery {
  role: InspectedQuery['role'];
  /** Place of its metric below the indicator's spec: `ratioMetric.total`. */
  place: string;
  metric: MetricQuery;
}

/** The queries of an indicator, that of the portion first. */
export function indicatorQueries(indicator: Indicator): IndicatorQuery[] {
  switch (indicator.kind) {
    case 'ratio':
      return [
        ...query('bad', 'ratioMetric.bad', indicator.bad),
        ...query('good', 'ratioMetric.good', indicator.good),
        ...query('total', 'ratioMetric.total', indicator.total),
      ];
    case 'raw':
      return query('raw', 'ratioMetric.raw', indicator.raw);
    default:
      return query('value', 'thresholdMetric', indicator.metric);
  }
}

function query(
  role: IndicatorQuery['role'],
  place: string,
  metric: MetricQuery | undefined,
): IndicatorQuery[] {
  return metric ? [{ role, place, metric }] : [];
}
