import type { Budgeting } from '@plimsoll/plugin-slo-common';
import { openDuration, wholeDuration } from '@plimsoll/prometheus-client';
import type { Counting } from './Counting';
import { createExpression, type Expression, type Fill } from './Expression';

/**
 * Counts time slices shorter than a bucket in the source: a subquery looks at
 * each slice that ends within the window.
 *
 * A slice without traffic is not counted. Its ratio is compared as good/total,
 * since a quotient of two whole numbers is rounded as the target is, and the
 * detour over 1 - target is not. A slice whose events are not numbers counts
 * neither way.
 */
export function sliceExpressions(options: {
  counting: Counting;
  budgeting: Exclude<Budgeting, { method: 'occurrences' }>;
  scrapeSeconds: number;
}): { portion: Expression; total: Expression } {
  const { counting, budgeting, scrapeSeconds } = options;
  const { portion, total, means } = counting;
  const { sliceSeconds } = budgeting;
  const templates = [portion.template, total.template];

  const inSlices = (value: string, windowSeconds: number) =>
    `sum_over_time((${value})[${openDuration(windowSeconds)}:${wholeDuration(
      sliceSeconds,
    )}])`;
  const parts = (fill: Fill) => {
    const within: Fill = (template, seconds = sliceSeconds) =>
      fill(template, seconds);
    const all = `(${total.text(within, sliceSeconds)})`;
    const some = `(${portion.text(within, sliceSeconds)})`;
    return { all, some: withAbsent({ all, some, means }) };
  };

  return {
    portion: createExpression({
      templates,
      scrapeSeconds,
      compose: (fill, windowSeconds) => {
        const { all, some } = parts(fill);
        const good = means === 'good' ? some : `(${all} - ${some})`;
        const ratio = `${good} / (${all} > 0)`;
        return inSlices(
          budgeting.method === 'timeslices'
            ? `${ratio} < bool ${budgeting.sliceTarget}`
            : `1 - clamp(${ratio}, 0, 1)`,
          windowSeconds,
        );
      },
    }),
    total: createExpression({
      templates,
      scrapeSeconds,
      compose: (fill, windowSeconds) => {
        const { all, some } = parts(fill);
        return inSlices(`${all} + ${some} * 0 > bool 0`, windowSeconds);
      },
    }),
  };
}

/**
 * Absent bad events are none. Absent good events are none only where there
 * were no events at all; otherwise the slice was not measured.
 */
function withAbsent(options: {
  all: string;
  some: string;
  means: 'good' | 'bad';
}): string {
  const { all, some, means } = options;
  return means === 'bad'
    ? `(${some} or ${all} * 0)`
    : `(${some} or ${all} == 0)`;
}
