import { trueMinus } from './trueMinus';

/**
 * How many times faster than allowed the budget is spent, with the
 * multiplication sign: 0.4×, 14.4×, 384×. One decimal under 100, more where
 * one decimal would read as zero.
 *
 * @public
 */
export function formatBurnRate(
  rate: number,
  options: { locale: string },
): string {
  const { locale } = options;
  const decimals = decimalsOf(rate);
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(rate);
  return `${trueMinus(text)}\u00d7`;
}

function decimalsOf(rate: number): number {
  // 99.96 reads as 100.0 with one decimal, so it is treated as 100.
  if (Math.abs(rate) >= 99.95) {
    return 0;
  }
  let decimals = 1;
  while (decimals < 6 && rate !== 0 && Number(rate.toFixed(decimals)) === 0) {
    decimals += 1;
  }
  return decimals;
}
