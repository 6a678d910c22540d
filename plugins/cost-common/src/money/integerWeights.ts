import { InputError } from '@backstage/errors';

/** Bits that a weight given as a number is taken to. */
const SCALE = 2 ** 52;

/**
 * Weights as integers in the same proportion, whatever order they come in.
 *
 * @throws InputError when one is negative or not finite
 */
export function integerWeights(
  weights: readonly number[] | readonly bigint[],
): readonly bigint[] {
  if (!isNumeric(weights)) {
    if (weights.some(weight => weight < 0n)) {
      throw new InputError('A weight to split by must not be negative');
    }
    return weights;
  }
  let largest = 0;
  for (const weight of weights) {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new InputError(
        `${weight} is no weight to split by; use finite numbers from 0 on`,
      );
    }
    largest = Math.max(largest, weight);
  }
  return largest === 0
    ? weights.map(() => 0n)
    : weights.map(weight => BigInt(Math.round((weight / largest) * SCALE)));
}

function isNumeric(
  weights: readonly number[] | readonly bigint[],
): weights is readonly number[] {
  return typeof weights[0] === 'number';
}
