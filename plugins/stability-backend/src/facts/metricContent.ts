import {
  type Deployment,
  type Incident,
  type MetricCounts,
  type MetricFigure,
  weeksOf,
} from '@plimsoll/plugin-stability-common';
import { type MetricWindow, windowBefore } from './MetricWindow';

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

interface PackedContent extends Omit<MetricContent, 'from' | 'to' | 'metrics'> {
  metrics: Array<Omit<MetricFigure, 'trend'> & { trend: PackedPoint[] }>;
}

/**
 * The text that is kept of a row. Where the window and its weeks begin and end
 * is not in it: that follows from when it was counted, so that a service of
 * which nothing is new keeps its row though its window has moved on.
 */
export function writeMetricContent(content: MetricContent): string {
  const { from: _, to: __, ...rest } = content;
  const packed: PackedContent = {
    ...rest,
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

/**
 * Reads what {@link writeMetricContent} wrote.
 *
 * @param options.days - length of its window
 * @param options.countedAt - when its service was folded last, Unix milliseconds
 */
export function readMetricContent(options: {
  text: string;
  days: MetricWindow;
  countedAt: number;
}): MetricContent {
  const { text, days, countedAt } = options;
  const { metrics, ...content }: PackedContent = JSON.parse(text);
  const window = windowBefore({ days, now: countedAt });
  const weeks = weeksOf({
    from: Date.parse(window.from),
    to: Date.parse(window.to),
  });
  return {
    ...content,
    ...window,
    metrics: metrics.map(figure => ({
      ...figure,
      trend: figure.trend.map(([value, sampleSize], index) => ({
        ...weeks[index].iso,
        ...(value !== null && { value }),
        sampleSize,
      })),
    })),
  };
}
