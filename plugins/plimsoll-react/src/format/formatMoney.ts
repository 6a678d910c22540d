import { trueMinus } from './trueMinus';

/** @public */
export interface FormatMoneyOptions {
  /** BCP 47 tag of the reader's locale. */
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** Whole units: what is expected, not what was billed. */
  whole?: boolean;
  /** All decimals that it has, up to 15: what is compared to the last digit. */
  exact?: boolean;
  /** Show a plus sign before what is above zero. */
  signed?: boolean;
}

/** Beyond this a double has no digits left to show. */
const MAX_DECIMALS = 15;

/**
 * A sum of money: to the cent as billed ($415.48), in whole units as expected
 * ($748). What would read as zero although it is not keeps its first digit.
 *
 * @param amount - exact decimal text, `415.48` or `-3.18`
 * @throws RangeError where the amount or the currency is none
 * @public
 */
export function formatMoney(
  amount: string,
  options: FormatMoneyOptions,
): string {
  const {
    locale,
    currency,
    whole = false,
    exact = false,
    signed = false,
  } = options;
  const value = Number(amount);
  if (amount.trim() === '' || !Number.isFinite(value)) {
    throw new RangeError(`"${amount}" is no decimal amount of money`);
  }
  const format = (digits: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      signDisplay: signed ? 'exceptZero' : 'negative',
      ...digits,
    });
  if (exact) {
    return trueMinus(
      format({ maximumFractionDigits: MAX_DECIMALS }).format(value),
    );
  }
  const usual = format(
    whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {},
  );
  const { maximumFractionDigits = 2 } = usual.resolvedOptions();
  const swallowed =
    value !== 0 && Math.abs(value) < 0.5 * 10 ** -maximumFractionDigits;
  return trueMinus(
    (swallowed ? format({ maximumSignificantDigits: 1 }) : usual).format(value),
  );
}
