import type { CostAmounts } from '@plimsoll/plugin-cost-common';

/** Digits after the point that sums are read with; nano-units have 9. */
const DIGITS = 15;
const PER_NANO = 10n ** BigInt(DIGITS - 9);
const HALF = PER_NANO / 2n;

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal text in units of 10^-15.
 *
 * @throws TypeError when it is none, or has more digits than that
 */
function unitsOf(text: string): bigint {
  const [, sign, whole, fraction = ''] = SHAPE.exec(text) ?? [];
  if (whole === undefined || fraction.length > DIGITS) {
    throw new TypeError(
      `'${text.slice(0, 40)}' is no decimal of ${DIGITS} digits`,
    );
  }
  const units =
    BigInt(whole) * 10n ** BigInt(DIGITS) +
    BigInt(fraction.padEnd(DIGITS, '0'));
  return sign ? -units : units;
}

/** Units of 10^-15 as a decimal text. */
function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}${
    fraction && `.${fraction}`
  }`;
}

/** To the nearest, halves upwards. */
function nanoOf(units: bigint): bigint {
  const shifted = units + HALF;
  const down = shifted / PER_NANO;
  return shifted < 0n && down * PER_NANO !== shifted ? down - 1n : down;
}

/**
 * Rounds sums to nano-units such that nothing is lost: what rounding takes from
 * a line is carried to the next one. After any number of lines the sum of the
 * rounded ones is the rounded sum of the exact ones, and no line is off by more
 * than one nano-unit.
 *
 * @public
 */
export class ExactSums {
  readonly #sums = new Map<string, bigint>();

  static create(): ExactSums {
    return new ExactSums();
  }

  private constructor() {}

  /**
   * @param of - what is summed on its own: account, month and currency
   * @param amount - decimal text
   * @throws TypeError when it is no decimal
   */
  round(of: string, metric: keyof CostAmounts, amount: string): bigint {
    const key = `${of}\n${metric}`;
    const before = this.#sums.get(key) ?? 0n;
    const after = before + unitsOf(amount);
    this.#sums.set(key, after);
    return nanoOf(after) - nanoOf(before);
  }

  /** What was summed so far, exactly, as decimal text. */
  sum(of: string, metric: keyof CostAmounts): string {
    return textOf(this.#sums.get(`${of}\n${metric}`) ?? 0n);
  }
}
