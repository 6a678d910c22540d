import { trueMinus } from './trueMinus';

/**
 * A count of events or slices with the locale's grouping: 32,413. Fractions,
 * which threshold samples may bring, are rounded, but never to zero.
 *
 * @public
 */
export function formatCount(
  count: number,
  options: { locale: string },
): string {
  const { locale } = options;
  const whole = Math.abs(count) >= 0.5 || count === 0;
  const text = new Intl.NumberFormat(locale, {
    ...(whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 1 }),
    signDisplay: 'negative',
  }).format(count);
  return trueMinus(text);
}
