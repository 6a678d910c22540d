import type { CostChange } from '../api/responses';
import type { DailyAmount } from '../calendar/DailySeries';
import { addDays, countDays } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';

/** @public */
export interface ChangeAgainstOptions {
  days: readonly DailyAmount[];
  /** First day. */
  from: string;
  /** Day after the last. */
  to: string;
  /** First day that the bill covers; the first of `days` by default. */
  since?: string;
}

/**
 * The cost of some days against as many days before them, moved by whole weeks
 * so that weekends meet weekends. Days before have no part of the days
 * themselves: 17 days are compared with those that began 21 days earlier.
 *
 * @returns nothing where the bill does not reach back that far
 * @public
 */
export function changeAgainst(
  options: ChangeAgainstOptions,
): CostChange | undefined {
  const { days, from, to } = options;
  const length = countDays(from, to);
  if (length <= 0 || days.length === 0) {
    return undefined;
  }
  const shift = Math.ceil(length / 7) * 7;
  const before = { from: addDays(from, -shift), to: addDays(to, -shift) };
  const since =
    options.since ??
    days.reduce((first, { day }) => (day < first ? day : first), days[0].day);
  if (before.from < since) {
    return undefined;
  }
  const now = sumOf(days, { from, to });
  const then = sumOf(days, before);
  return {
    ...before,
    amount: formatAmount(now - then),
    ...(then > 0n && { ratio: Number(now - then) / Number(then) }),
  };
}

function sumOf(
  days: readonly DailyAmount[],
  { from, to }: { from: string; to: string },
): NanoUnits {
  let sum = 0n;
  for (const { day, amount } of days) {
    if (day >= from && day < to) {
      sum += amount;
    }
  }
  return sum;
}
