import type {
  MetricFigure,
  MetricName,
} from '@plimsoll/plugin-stability-common';

/** The figure of a metric, if the backend gave one. */
export function findFigure(
  metrics: readonly MetricFigure[],
  name: MetricName,
): MetricFigure | undefined {
  return metrics.find(({ metric }) => metric === name);
}
