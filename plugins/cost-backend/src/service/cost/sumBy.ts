import type { DailyAmount, NanoUnits } from '@plimsoll/plugin-cost-common';

/** Sums of amounts by a key, in the order in which keys are met. */
export function sumBy<TItem extends { amount: NanoUnits }, TKey>(
  items: Iterable<TItem>,
  keyOf: (item: TItem) => TKey,
): Map<TKey, NanoUnits> {
  const sums = new Map<TKey, NanoUnits>();
  for (const item of items) {
    const key = keyOf(item);
    sums.set(key, (sums.get(key) ?? 0n) + item.amount);
  }
  return sums;
}

/** Sum of all. */
export function totalOf(items: Iterable<{ amount: NanoUnits }>): NanoUnits {
  let sum = 0n;
  for (const { amount } of items) {
    sum += amount;
  }
  return sum;
}

/** What each day cost, oldest first. */
export function dailyAmounts(
  items: Iterable<{ day: string; amount: NanoUnits }>,
): DailyAmount[] {
  return [...sumBy(items, ({ day }) => day)]
    .map(([day, amount]) => ({ day, amount }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
