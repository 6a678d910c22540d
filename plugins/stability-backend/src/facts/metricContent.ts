import {
  type Deployment,
  type Incident,
  type MetricCounts,
  type MetricFigure,
  type MetricTrendPoint,
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
 * What replicas of the version before read besides, while they run beside this
 * one: ISO instants of the window, and of where its weeks begin and end.
 */
interface Ends {
  from: string;
  to: string;
  weeks: string[];
}

/** @see writeMetricContent */
export interface WrittenContent {
  /** What is kept. */
  text: string;
  /** What two texts have in common whose figures are the same. */
  figures: string;
}

/**
 * The text that is kept of a row. Where the window and its weeks begin and end
 * follows from when it was counted, so that a service of which nothing is new
 * keeps its row though its window has moved on. It is in the text all the same,
 * for replicas of the version before; those of this one pass over it.
 */
export function writeMetricContent(content: MetricContent): WrittenContent {
  const { from, to, ...rest } = content;
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
  const trend = content.metrics[0]?.trend ?? [];
  const ends: Ends = {
    from,
    to,
    weeks: [...trend.map(week => week.from), ...trend.slice(-1).map(endOf)],
  };
  return {
    text: JSON.stringify({ ...packed, ...ends }),
    figures: JSON.stringify(packed),
  };
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
  const {
    metrics,
    weeks: _,
    ...content
  }: PackedContent & Partial<Ends> = JSON.parse(text);
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

function endOf({ to }: MetricTrendPoint): string {
  return to;
}
