import {
  BAD_SERIES,
  DEFINITION_LABEL,
  TARGET_SERIES,
  TOTAL_SERIES,
} from '@plimsoll/plugin-slo-common/rules';
import {
  openDuration,
  renderSelector,
  wholeDuration,
  type LabelMatcher,
} from '@plimsoll/promql';

/** What is recorded of each objective, by what it counts. */
export const RECORDED_SERIES = {
  bad: BAD_SERIES,
  total: TOTAL_SERIES,
} as const;

/** One of the two base series. */
export type RecordedSeries = keyof typeof RECORDED_SERIES;

/**
 * How a base series is read at an instant, in units a second.
 *
 * - `newest`: its last value, at most two minutes old: the rate of the five
 *   minutes that end then
 * - `settled`: the mean of its values in the five minutes before
 */
export type RecordedSpan = 'newest' | 'settled';

const SPAN_SECONDS = { newest: 120, settled: 300 } as const;
/** Rules are evaluated at least so often. */
const EVALUATED_SECONDS = 120;

/** Sums of fractions may differ by so much and mean the same. */
const NEARLY_ALL = 0.999999;

const KEY = '(slo, objective)';

/** What a query about recorded series is made for. */
export interface RecordedQuery {
  /** That every selector must carry, as every query of the source does. */
  matchers: readonly LabelMatcher[];
  /** Matches the definitions that are asked for. */
  definitions: LabelMatcher;
}

/** The definitions whose rules are evaluated now: 1 for each. */
export function knownQuery(query: RecordedQuery): string {
  return byDefinition(`${samplesOf('newest', query)} > bool 0`);
}

/**
 * One base series of many objectives: a number for each definition that it was
 * made of the whole time. The series of the target says so: where it names
 * several definitions, or comes from several servers, nobody knows whose the
 * numbers are, and there is none. Nor is there a mean where the series was not
 * recorded as often as the target.
 */
export function valuesQuery(
  query: RecordedQuery & { series: RecordedSeries; span: RecordedSpan },
): string {
  const { series, span, matchers } = query;
  const selector = renderSelector({
    metric: RECORDED_SERIES[series],
    matchers: [...matchers],
  });
  const range = openDuration(SPAN_SECONDS[span]);
  const samples = samplesOf(span, query);
  const joined = `on ${KEY} group_right ()`;
  return byDefinition(
    span === 'newest'
      ? `max by ${KEY} (last_over_time(${selector}[${range}])) * ${joined} (${samples} > bool 0)`
      : `max by ${KEY} (sum_over_time(${selector}[${range}])) / ${joined} (${samples} == on ${KEY} group_left () max by ${KEY} (count_over_time(${selector}[${range}])))`,
  );
}

/**
 * The definitions of which all may have been bad at some evaluation of a
 * stretch: the most bad units are no fewer than the fewest units. A rule that
 * counts good ones records the same while their series is missing.
 */
export function allBadQuery(
  query: RecordedQuery & { stretchSeconds: number },
): string {
  const [bad, total] = (['bad', 'total'] as const).map(series => {
    const selector = renderSelector({
      metric: RECORDED_SERIES[series],
      matchers: [...query.matchers],
    });
    return `${selector}[${openDuration(query.stretchSeconds)}]`;
  });
  const most = `(max by ${KEY} (max_over_time(${bad})) > 0)`;
  const fewest = `(${NEARLY_ALL} * min by ${KEY} (min_over_time(${total})))`;
  const known = `(${samplesOf('newest', query)} > bool 0)`;
  return byDefinition(
    `(${most} >= on ${KEY} ${fewest}) * on ${KEY} group_right () ${known}`,
  );
}

/**
 * How often the target of a definition was recorded, where it is the only one
 * and was there from the beginning of the span to its end.
 */
function samplesOf(span: RecordedSpan, query: RecordedQuery): string {
  const seconds = SPAN_SECONDS[span];
  const counted = (
    matchers: readonly LabelMatcher[],
    rangeSeconds: number,
    agoSeconds: number = 0,
  ) => {
    const selector = renderSelector({
      metric: TARGET_SERIES,
      matchers: [...matchers],
    });
    const offset = agoSeconds ? ` offset ${wholeDuration(agoSeconds)}` : '';
    return `count_over_time(${selector}[${openDuration(
      rangeSeconds,
    )}]${offset})`;
  };
  const asked = [...query.matchers, query.definitions];
  const ends =
    span === 'newest'
      ? []
      : [
          counted(asked, EVALUATED_SECONDS, seconds - EVALUATED_SECONDS),
          counted(asked, EVALUATED_SECONDS),
        ];
  const own = [counted(asked, seconds), ...ends].join(' and ');
  const all = counted(query.matchers, seconds);
  return `(${own} and on ${KEY} count by ${KEY} (${all}) == 1)`;
}

function byDefinition(values: string): string {
  return `max by (${DEFINITION_LABEL}) (${values})`;
}
