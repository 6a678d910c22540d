import type { MetricQuery } from '@plimsoll/plugin-slo-common';
import { renderMatcher } from '@plimsoll/prometheus-client';
import type { RecordedSlo } from './RuleReader';

type Matchers = RecordedSlo['matchers'];

/**
 * Events behind a recorded rate (events a second): what fell to one step at
 * which the source samples. `< +Inf` lets no NaN and no infinity into a sum.
 */
export function ratedEvents(options: {
  metric: string;
  matchers: Matchers;
  /** Seconds between two samples. */
  stepSeconds: number;
}): MetricQuery {
  const { stepSeconds } = options;
  return query(`${stepSeconds} * sum(${finite(options)})`);
}

/** The recorded ratios, added up. */
export function ratios(options: {
  metric: string;
  matchers: Matchers;
}): MetricQuery {
  return query(`sum(${finite(options)})`);
}

/**
 * How many ratios were recorded. Zero where the rules had nothing to divide by:
 * that is no traffic, and not no data.
 */
export function ratioCount(options: {
  metric: string;
  matchers: Matchers;
}): MetricQuery {
  return query(
    `count(${finite(options)}) or 0 * count(${selectorOf(options)})`,
  );
}

function finite(options: { metric: string; matchers: Matchers }): string {
  return `${selectorOf(options)} < +Inf`;
}

function selectorOf(options: { metric: string; matchers: Matchers }): string {
  const { metric, matchers } = options;
  return `${metric}{${matchers.map(renderMatcher).join(',')}}`;
}

function query(text: string): MetricQuery {
  return { spec: { query: text } };
}
