/** Decimals that the form takes. */
const DECIMALS = 2;

/**
 * A promised percentage as it was written, with no sign: 99.95, never rounded
 * up to 100.
 *
 * @param locale - BCP 47
 */
export function percentText(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: DECIMALS,
  }).format(percent);
}
