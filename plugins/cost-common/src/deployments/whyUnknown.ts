import type { DeploymentCost } from '../api/responses';
import { dayNumber, dayOfNumber } from '../calendar/utcDays';
import { isFirstOfMonth } from './isFirstOfMonth';

/** Pairs of weekdays below which nothing is said. */
export const FEWEST_PAIRS = 3;

/** Why there are too few pairs, and when there will be enough. */
export function whyUnknown(options: {
  /** Number of the day on which it went live. */
  deployed: number;
  /** Days after the deployment with cost and volume. */
  daysAfter: number;
  completeTo: string;
  billDelayDays: number;
}): Pick<DeploymentCost, 'state' | 'dueOn'> {
  const { deployed, daysAfter, completeTo, billDelayDays } = options;
  const needed = dayThatCompletes(deployed);
  if (needed > dayNumber(completeTo)) {
    return { state: 'due', dueOn: dayOfNumber(needed + billDelayDays) };
  }
  return { state: daysAfter < FEWEST_PAIRS ? 'no-volume' : 'cannot-tell' };
}

/** Number of the day that completes the days that are needed. */
function dayThatCompletes(deployed: number): number {
  let day = deployed;
  for (let known = 0; known < FEWEST_PAIRS; ) {
    day++;
    known += isFirstOfMonth(dayOfNumber(day)) ? 0 : 1;
  }
  return day;
}
