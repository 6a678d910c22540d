import { shownPercent } from './shownPercent';
import { trueMinus } from './trueMinus';

/** @public */
export interface FormatShareOptions {
  /** BCP 47 tag of the reader's locale. */
  locale: string;
  /** Decimals that are shown at least, 1 by default. */
  decimals?: number;
  /** Show a plus sign before positive shares. */
  signed?: boolean;
}

/** Beyond this a double has no digits left to show. */
const MAX_DECIMALS = 12;

/**
 * A ratio in percent with one decimal: budgets, rates, coverage (52.4%).
 * Takes more decimals where one would read 0% or 100% although the ratio is
 * neither, so that nothing is ever silently none or all.
 *
 * @param ratio - 0..1, below zero when overspent
 * @public
 */
export function formatShare(
  ratio: number,
  options: FormatShareOptions,
): string {
  const { locale, decimals = 1, signed = false } = options;
  let digits = decimals;
  while (digits < MAX_DECIMALS && isSwallowed(ratio, digits)) {
    digits += 1;
  }
  const text = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(ratio);
  return trueMinus(text);
}

/** Whether rounding moves the ratio onto 0 or 1. */
function isSwallowed(ratio: number, decimals: number): boolean {
  const rounded = shownPercent(ratio, decimals);
  return (rounded === 0 && ratio !== 0) || (rounded === 100 && ratio !== 1);
}
