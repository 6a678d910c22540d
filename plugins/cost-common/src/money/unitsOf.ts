import { InputError } from '@backstage/errors';
import type { NanoUnits } from './nanoUnits';

/**
 * An amount as a floating-point number of units, for statistics and charts;
 * exact sums stay in nano-units.
 *
 * @public
 */
export function unitsOf(amount: NanoUnits): number {
  return Number(amount) / 1e9;
}

/**
 * The nano-units nearest to a number of units, as an estimate gives it.
 *
 * @throws InputError when it is not finite
 * @public
 */
export function nanosOf(units: number): NanoUnits {
  if (!Number.isFinite(units)) {
    throw new InputError(`${units} is no amount of money`);
  }
  return BigInt(Math.round(units * 1e9));
}
