import { formatAmount, parseAmount } from '@plimsoll/plugin-cost-common';

/** The exact sum of amounts of one currency. */
export function sumOf(amounts: readonly string[]): string {
  return formatAmount(
    amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n),
  );
}
