import type {
  Deployment,
  Incident,
  MetricCounts,
  MetricFigure,
  MetricTrendPoint,
} from '@plimsoll/plugin-stability-common';

/** What a service's row in lists is made of. */
export interface MetricContent {
  /** ISO instants. */
  from: string;
  to: string;
  counts: MetricCounts;
  metrics: MetricFigure[];
  lastDeployment?: Deployment;
  openIncident?: Incident;
}

/** A point without its week: value, null where there is none, and sample size. */
type PackedPoint = [number | null, number];

interface PackedContent extends Omit<MetricContent, 'metrics'> {
  /** Where the weeks of all trends begin and end, ISO instants. */
  weeks: string[];
  metrics: Array<Omit<MetricFigure, 'trend'> & { trend: PackedPoint[] }>;
}

/**
 * The text that is kept of a row. The trends of one window have the same weeks,
 * so these are written once: a fourth of the length.
 */
export function writeMetricContent(content: MetricContent): string {
  const [first] = content.metrics;
  const trend = first?.trend ?? [];
  const packed: PackedContent = {
    ...content,
    weeks: [...trend.map(({ from }) => from), ...trend.slice(-1).map(endOf)],
    metrics: content.metrics.map(figure => ({
      ...figure,
      trend: figure.trend.map(({ value, sampleSize }) => [
        value ?? null,
        sampleSize,
      ]),
    })),
  };
  return JSON.stringify(packed);
}

/** Reads what {@link writeMetricContent} wrote. */
export function readMetricContent(text: string): MetricContent {
  const { weeks, metrics, ...content }: PackedContent = JSON.parse(text);
  return {
    ...content,
    metrics: metrics.map(figure => ({
      ...figure,
      trend: figure.trend.map(([value, sampleSize], index) => ({
        from: weeks[index],
        to: weeks[index + 1],
        ...(value !== null && { value }),
        sampleSize,
      })),
    })),
  };
}

function endOf({ to }: MetricTrendPoint): string {
  return to;
}
