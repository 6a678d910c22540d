import type { DailyAmount } from '../calendar/DailySeries';
import { DaySums } from '../calendar/DaySums';
import { dayOfNumber } from '../calendar/utcDays';
import { WeekdayModel } from '../forecast/WeekdayModel';
import type { CostSpan } from './findSpans';

/** Units that a part of the cost was above its own weekdays in a span. */
export function excessOf(
  days: readonly DailyAmount[],
  span: Pick<CostSpan, 'first' | 'last'>,
): number {
  const sums = new DaySums({ days, completeTo: dayOfNumber(span.last) });
  const model = new WeekdayModel({ sums, last: span.first - 1 });
  let excess = 0;
  for (let number = span.first; number <= span.last; number++) {
    excess += (sums.at(number) ?? 0) - model.at(number);
  }
  return excess;
}
