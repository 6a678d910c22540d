/** Digits after the point: nano-units have 9, exact sums of bills up to 15. */
const DIGITS = 15;
const NANO_DIGITS = 9;

/** Units of 10^-15 in a nano-unit. */
const PER_NANO = 10n ** BigInt(DIGITS - NANO_DIGITS);

/**
 * Reads a decimal text in units of 10^-15. Digits below are cut.
 *
 * @throws TypeError when it is no decimal
 */
export function parseExact(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) {
    throw new TypeError(`'${text.slice(0, 40)}' is no decimal`);
  }
  const [, sign, whole, digits = ''] = match;
  const units = BigInt(whole + digits.slice(0, DIGITS).padEnd(DIGITS, '0'));
  return sign ? -units : units;
}

/** Nano-units in units of 10^-15. */
export function exactOf(nano: bigint): bigint {
  return nano * PER_NANO;
}

/** Writes units of 10^-15 as a decimal text with two digits or more. */
export function formatExact(units: bigint): string {
  const size = (units < 0n ? -units : units)
    .toString()
    .padStart(DIGITS + 1, '0');
  const digits = size.slice(-DIGITS).replace(/0+$/, '').padEnd(2, '0');
  return `${units < 0n ? '-' : ''}${size.slice(0, -DIGITS)}.${digits}`;
}
