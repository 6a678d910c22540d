import { NANO_DIGITS, NANO_PER_UNIT, type NanoUnits } from './nanoUnits';

/**
 * The exact decimal text of an amount, with at least two decimals and no more
 * than it needs: `415.48`, `-3.18`, `0.000000001`.
 *
 * @public
 */
export function formatAmount(amount: NanoUnits): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % NANO_PER_UNIT)
    .padStart(NANO_DIGITS, '0')
    .replace(/0{1,7}$/, '');
  return `${amount < 0n ? '-' : ''}${size / NANO_PER_UNIT}.${fraction}`;
}
