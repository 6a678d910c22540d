import { nanosOf, type NanoUnits } from '@plimsoll/plugin-cost-common';

/** Hours of a mean month. */
const HOURS = 730;

/**
 * A month at the mean of these hours.
 *
 * @param hourly - spend of each hour, units of the currency
 */
export function monthOfHours(hourly: readonly number[]): NanoUnits {
  const sum = hourly.reduce((all, spend) => all + spend, 0);
  return hourly.length === 0 ? 0n : nanosOf((sum / hourly.length) * HOURS);
}
