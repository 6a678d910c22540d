import type { DeploymentCost } from '../api/responses';
import { dayNumber, dayOfNumber } from '../calendar/utcDays';
import type { LiveSpan } from './liveSpans';

/** Pairs of weekdays below which nothing is said. */
export const FEWEST_PAIRS = 3;

/** Why there are too few pairs, and when there will be enough. */
export function whyUnknown(options: {
  span: LiveSpan;
  /** Days after the deployment with cost and volume. */
  daysAfter: number;
  completeTo: string;
  billDelayDays: number;
}): Pick<DeploymentCost, 'state' | 'dueOn'> {
  const { span, daysAfter, completeTo, billDelayDays } = options;
  const needed = span.deployed + FEWEST_PAIRS;
  if (span.replaced !== undefined && span.replaced <= needed) {
    return { state: 'too-short' };
  }
  if (needed > dayNumber(completeTo)) {
    return { state: 'due', dueOn: dayOfNumber(needed + billDelayDays) };
  }
  return { state: daysAfter < FEWEST_PAIRS ? 'no-volume' : 'cannot-tell' };
}
