import { InputError } from '@backstage/errors';
import { NANO_DIGITS, type NanoUnits } from './nanoUnits';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal text as nano-units, also in E notation. What is finer than
 * a nano-unit is rounded to the nearest, halves away from zero.
 *
 * @throws InputError when it is not a number
 * @public
 */
export function parseAmount(text: string): NanoUnits {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    DECIMAL.exec(text.trim()) ?? [];
  const digits = whole + fraction;
  if (sign === undefined || digits === '') {
    throw new InputError(
      `"${text.slice(
        0,
        40,
      )}" is no amount; write a decimal number with a point, for instance 415.48`,
    );
  }
  const shift = Number(exponent) - fraction.length + NANO_DIGITS;
  const value = shifted(BigInt(digits), shift);
  return sign === '-' ? -value : value;
}

function shifted(value: bigint, shift: number): bigint {
  if (shift >= 0) {
    return value * 10n ** BigInt(shift);
  }
  const divisor = 10n ** BigInt(-shift);
  return (value + divisor / 2n) / divisor;
}
