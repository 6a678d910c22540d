import { openDuration, wholeDuration } from '@plimsoll/promql';
import { budgetRatio } from '../../budget/allowedBad';
import type { Budgeting } from '../../objective/Budgeting';
import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import type { RuleSettings } from '../RuleSettings';
import type { MeasuredShare } from './MeasuredShare';
import { ratioShare } from './ratioShare';
import { rawShare, thresholdShare } from './sampleShare';

/** Seconds over which the two base series are rates. @public */
export const BASE_RANGE_SECONDS = 300;

/** The two series that all else is made of, in units a second. @public */
export interface BaseSeries {
  bad: string;
  total: string;
}

/**
 * The two base series of an objective. Their sums give every ratio and every
 * count, weighted by traffic, where means of ratios would not.
 *
 * @throws RefusedQueryError when a query of the document cannot become a rule
 * @public
 */
export function baseSeries(
  definition: ObjectiveDefinition,
  settings: RuleSettings,
): BaseSeries {
  const share = shareOf(definition, settings);
  const { budgeting } = definition;
  return budgeting.method === 'occurrences'
    ? {
        bad: share.bad(BASE_RANGE_SECONDS),
        total: share.total(BASE_RANGE_SECONDS),
      }
    : sliceSeries(share, budgeting);
}

function shareOf(
  { indicator }: ObjectiveDefinition,
  settings: RuleSettings,
): MeasuredShare {
  switch (indicator.kind) {
    case 'ratio':
      return ratioShare(indicator, settings);
    case 'raw':
      return rawShare(indicator, settings);
    default:
      return thresholdShare(indicator, settings);
  }
}

/**
 * Slices a second. A subquery stands on whole multiples of its step, so that
 * each slice is judged once, when it has ended: five minutes hold several short
 * ones, and a long one lasts until the next. A slice without units is none.
 */
function sliceSeries(
  share: MeasuredShare,
  budgeting: Exclude<Budgeting, { method: 'occurrences' }>,
): BaseSeries {
  const { sliceSeconds } = budgeting;
  const badShare = share.badShare(sliceSeconds);
  const judged =
    budgeting.method === 'timeslices'
      ? `${badShare} > bool ${budgetRatio(budgeting.sliceTarget)}`
      : `clamp(${badShare}, 0, 1)`;
  const rangeSeconds = Math.max(BASE_RANGE_SECONDS, sliceSeconds);
  const slices = `(${judged})[${openDuration(rangeSeconds)}:${wholeDuration(
    sliceSeconds,
  )}]`;
  return {
    bad: `sum_over_time(${slices}) / ${rangeSeconds}`,
    total: `count_over_time(${slices}) / ${rangeSeconds}`,
  };
}
