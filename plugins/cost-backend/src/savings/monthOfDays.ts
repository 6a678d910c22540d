import type { NanoUnits } from '@plimsoll/plugin-cost-common';

/** Days that a month is worked out from. */
export const LOOKED_AT_DAYS = 28;

/** Days of a mean month, as a ratio of whole numbers. */
const MONTH = { days: 365n, of: 12n };

/** A month at the cost of the days that were looked at. */
export function monthOfDays(sum: NanoUnits): NanoUnits {
  return (sum * MONTH.days) / (MONTH.of * BigInt(LOOKED_AT_DAYS));
}
