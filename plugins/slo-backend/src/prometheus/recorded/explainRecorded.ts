import type {
  ExplainedQuery,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import {
  BASE_RANGE_SECONDS,
  DEFINITION_LABEL,
  TARGET_SERIES,
} from '@plimsoll/plugin-slo-common/rules';
import {
  openDuration,
  renderSelector,
  type LabelMatcher,
} from '@plimsoll/promql';
import { readsCounters } from '../../objectives/readsCounters';
import { RECORDED_SERIES } from './recordedQueries';

/**
 * How an objective is read from recorded series, for its own part of what is
 * asked of the whole fleet, as it can be pasted into the server's own page:
 * the formula of a whole bucket. Notes:
 *
 * - `recorded-series`: read from the series of the rules, all objectives at once
 * - `extrapolated`: those are rates, so single events may count in fractions
 */
export function explainRecorded(options: {
  objective: ObjectiveDefinition;
  /** The definition that the series are made of. */
  definition: string;
  enforcedMatchers: Readonly<Record<string, string>>;
}): ExplainedQuery[] {
  const { objective, definition, enforcedMatchers } = options;
  const range = openDuration(BASE_RANGE_SECONDS);
  const matchers: LabelMatcher[] = Object.entries({
    ...enforcedMatchers,
    slo: objective.ref,
    objective: objective.objective,
  }).map(([label, value]) => ({ label, operator: '=', value }));
  const target = renderSelector({
    metric: TARGET_SERIES,
    matchers: [
      ...matchers,
      { label: DEFINITION_LABEL, operator: '=', value: definition },
    ],
  });
  const notes = [
    'recorded-series',
    ...(countsEvents(objective) ? ['extrapolated'] : ['sample-per-scrape']),
  ];
  return (['bad', 'total'] as const).map(name => {
    const series = renderSelector({ metric: RECORDED_SERIES[name], matchers });
    return {
      name,
      language: 'promql',
      text: `${BASE_RANGE_SECONDS} * sum_over_time(${series}[${range}]) / on (slo, objective) count_over_time(${target}[${range}])`,
      note: notes[0],
      notes,
    };
  });
}

function countsEvents({ indicator }: ObjectiveDefinition): boolean {
  return (
    indicator.kind === 'ratio' &&
    [indicator.good, indicator.bad, indicator.total].some(query =>
      readsCounters(indicator, query),
    )
  );
}
