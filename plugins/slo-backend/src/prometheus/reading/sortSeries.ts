import type { Series } from '@plimsoll/prometheus-client';
import type { Answer } from './Answer';
import type { BundledQuery, SeriesOwner } from './BundledQuery';
import type { Expression } from './Expression';

/**
 * Puts the series of a query's answer to the expressions that they belong to.
 * After a careful reading only the times that asked for it are replaced.
 */
export function sortSeries(options: {
  query: BundledQuery;
  series: readonly Series[];
  answerOf(expression: Expression): Answer;
}): void {
  const { query, series, answerOf } = options;
  const owned = new Map<string, { owner: SeriesOwner; series: Series[] }>();
  for (const one of series) {
    const owner = query.ownerOf(one.labels);
    if (owner) {
      const key = `${owner.reads} ${owner.expression.key}`;
      const entry = owned.get(key) ?? { owner, series: [] };
      entry.series.push(one);
      owned.set(key, entry);
    }
  }
  for (const { owner, series: mine } of owned.values()) {
    const answer = answerOf(owner.expression);
    if (owner.reads === 'resets') {
      timesOf(mine).forEach(time => answer.resets.add(time));
    } else {
      takeValues({ answer, series: mine, careful: query.careful });
    }
  }
}

function takeValues(options: {
  answer: Answer;
  series: readonly Series[];
  careful: boolean;
}) {
  const { answer, series, careful } = options;
  if (series.some(({ isHistogram }) => isHistogram)) {
    answer.fault =
      'The query answers native histograms, which are not read; query a counter such as the _bucket or _count series';
    return;
  }
  if (new Set(timesOf(series)).size < timesOf(series).length) {
    answer.fault = `The query answers several series, which differ by ${differingLabels(
      series,
    ).join(', ')}; add sum(...) around it or fix these labels`;
    return;
  }
  for (const { points } of series) {
    for (const [time, value] of points) {
      if (!careful || answer.resets.has(Math.round(time))) {
        answer.values.set(Math.round(time), value);
      }
    }
  }
}

function timesOf(series: readonly Series[]): number[] {
  return series.flatMap(({ points }) =>
    points.map(([time]) => Math.round(time)),
  );
}

/** Labels whose values are not the same in all series, by name. */
export function differingLabels(series: readonly Series[]): string[] {
  const names = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
  return Array.from(names)
    .filter(name => new Set(series.map(({ labels }) => labels[name])).size > 1)
    .sort();
}
