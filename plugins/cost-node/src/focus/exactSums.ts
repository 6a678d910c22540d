import type { CostAmounts } from '@plimsoll/plugin-cost-common';

/** Digits after the point that sums are read with; nano-units have 9. */
const DIGITS = 15;
const NANO_DIGITS = 9;
/** Units of 10^-15 in a nano-unit; parts of one are small numbers. */
const PER_NANO = 10 ** (DIGITS - NANO_DIGITS);

const SHAPE = /^-?\d+(?:\.\d{1,15})?$/;

/**
 * Reads a decimal text: whole nano-units towards zero, and units of 10^-15 that
 * are left.
 *
 * @throws TypeError when it is none, or has more digits than that
 */
function partsOf(text: string): { nano: bigint; rest: number } {
  if (!SHAPE.test(text)) {
    throw new TypeError(
      `'${text.slice(0, 40)}' is no decimal of ${DIGITS} digits`,
    );
  }
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = (point < 0 ? '' : text.slice(point + 1)).padEnd(DIGITS, '0');
  const nano = BigInt(whole + fraction.slice(0, NANO_DIGITS));
  const rest = Number(fraction.slice(NANO_DIGITS));
  // not the sign of nano: -0.0000000005 has none
  return { nano, rest: text.startsWith('-') ? -rest : rest };
}

/** Units of 10^-15 as a decimal text. */
function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}${
    fraction && `.${fraction}`
  }`;
}

/** A sum to the nearest nano-unit, halves upwards. */
interface ExactSum {
  nano: bigint;
  /** Units of 10^-15 that the sum is more than that; at least minus a half. */
  rest: number;
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
  readonly #sums = new Map<
    string,
    Partial<Record<keyof CostAmounts, ExactSum>>
  >();

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
    const parts = partsOf(amount);
    const sum = this.#sumOf(of, metric);
    const rest = sum.rest + parts.rest;
    const carried = Math.floor((rest + PER_NANO / 2) / PER_NANO);
    const nano = carried === 0 ? parts.nano : parts.nano + BigInt(carried);
    sum.nano += nano;
    sum.rest = rest - carried * PER_NANO;
    return nano;
  }

  /** What was summed so far, exactly, as decimal text. */
  sum(of: string, metric: keyof CostAmounts): string {
    const { nano, rest } = this.#sumOf(of, metric);
    return textOf(nano * BigInt(PER_NANO) + BigInt(rest));
  }

  #sumOf(of: string, metric: keyof CostAmounts): ExactSum {
    let sums = this.#sums.get(of);
    if (!sums) {
      sums = {};
      this.#sums.set(of, sums);
    }
    sums[metric] ??= { nano: 0n, rest: 0 };
    return sums[metric];
  }
}
