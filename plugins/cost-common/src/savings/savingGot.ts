import type { DailyAmount } from '../calendar/DailySeries';
import { addDays, countDays } from '../calendar/utcDays';
import type { NanoUnits } from '../money/nanoUnits';

/** Most weeks before and after that are compared. */
const WEEKS = 4;

/** Days of a month, as a ratio of whole numbers. */
const MONTH = { days: 365n, of: 12n };

/**
 * What a saving brought, as the bill shows it: daily cost in whole weeks
 * before the change less that in as many after, for a month. The day of the
 * change itself is in neither.
 *
 * @returns nothing before a whole week is billed
 * @public
 */
export function savingGot(options: {
  /** Of what the saving was to lower. */
  days: readonly DailyAmount[];
  /** When the change was made, ISO. */
  appliedAt: string;
  /** Last day of which the bill is complete. */
  completeTo: string;
}): { got: NanoUnits; until: string } | undefined {
  const { days, completeTo } = options;
  const applied = options.appliedAt.slice(0, 10);
  const first = days.reduce(
    (earliest, { day }) => (day < earliest ? day : earliest),
    applied,
  );
  const weeks = Math.floor(
    Math.min(
      WEEKS,
      countDays(applied, completeTo) / 7,
      countDays(first, applied) / 7,
    ),
  );
  if (weeks < 1) {
    return undefined;
  }
  const after = {
    from: addDays(applied, 1),
    to: addDays(applied, 7 * weeks + 1),
  };
  const before = { from: addDays(applied, -7 * weeks), to: applied };
  const difference = sumOf(days, before) - sumOf(days, after);
  return {
    got: (difference * MONTH.days) / (MONTH.of * BigInt(7 * weeks)),
    until: addDays(after.to, -1),
  };
}

function sumOf(
  days: readonly DailyAmount[],
  { from, to }: { from: string; to: string },
): NanoUnits {
  return days
    .filter(({ day }) => day >= from && day < to)
    .reduce((sum, { amount }) => sum + amount, 0n);
}
