import { shownPercent } from './shownPercent';
import { trueMinus } from './trueMinus';

/** @public */
export interface FormatMeasuredOptions {
  /** BCP 47 tag of the reader's locale. */
  locale: string;
  /** The promise (0..1) that the figure must not be rounded across. */
  target?: number;
}

const MAX_DECIMALS = 12;

/**
 * A measured ratio of good units with as many digits as show two after the
 * nines (99.952%, 99.9987%). Never rounded up to 100% while anything was bad,
 * nor onto the other side of the target.
 *
 * @param ratio - 0..1
 * @public
 */
export function formatMeasured(
  ratio: number,
  options: FormatMeasuredOptions,
): string {
  const { locale, target } = options;
  let digits = ratio === 1 ? 0 : decimalsAfterTheNines(1 - ratio);
  while (digits < MAX_DECIMALS && crosses(ratio, target, digits)) {
    digits += 1;
  }
  const text = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio);
  return trueMinus(text);
}

/** Decimals of the percentage that show two digits of the bad share. */
function decimalsAfterTheNines(badShare: number): number {
  // The tiny shift keeps 1 - 0.9999, which is 0.0000999..., with the 0.0001s.
  const exponent = Math.floor(Math.log10(badShare * 100) + 1e-6);
  return Math.min(MAX_DECIMALS, Math.max(1, 1 - exponent));
}

function crosses(
  ratio: number,
  target: number | undefined,
  decimals: number,
): boolean {
  const shown = shownPercent(ratio, decimals);
  if (shown >= 100 && ratio < 1) {
    return true;
  }
  if (target === undefined) {
    return false;
  }
  // Both sides through the same rounding, since 0.999 * 100 is not 99.9.
  const bound = Number((target * 100).toFixed(MAX_DECIMALS));
  const exact = Number((ratio * 100).toFixed(MAX_DECIMALS));
  return Math.sign(shown - bound) !== Math.sign(exact - bound);
}
