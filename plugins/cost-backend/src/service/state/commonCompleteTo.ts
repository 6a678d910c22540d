import { addDays } from '@plimsoll/plugin-cost-common';

/** A bill that is older than this is late, in days. */
export const LATE_DAYS = 4;

/**
 * The last day up to which sources are complete together. One that is further
 * behind the newest than bills differ is late: it is named as such, and holds
 * the others back no longer, or a forgotten bill would take the running month
 * from all services. What it has is missing from the days after its end.
 *
 * @param days - last complete day of each source
 */
export function commonCompleteTo(days: readonly string[]): string | undefined {
  const sorted = [...days].sort();
  const newest = sorted.at(-1);
  return newest && sorted.find(day => day >= addDays(newest, -LATE_DAYS));
}
