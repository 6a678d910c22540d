import { InputError } from '@backstage/errors';
import { integerWeights } from './integerWeights';
import type { NanoUnits } from './nanoUnits';

/** @public */
export interface SplitByWeightsOptions {
  total: NanoUnits;
  /**
   * Of one kind, none negative. All zero means evenly. Exact for bigints;
   * numbers are taken to 52 bits of the largest.
   */
  weights: readonly number[] | readonly bigint[];
}

/**
 * Splits a sum in proportion to weights so that the parts add up to it
 * exactly. Each part is its quota rounded down or up; who is rounded up is
 * decided by the largest remainder (Hamilton's method), equal remainders by
 * their order. A negative sum is split like a positive one.
 *
 * @returns one part for each weight, in their order; none for no weights
 * @throws InputError when a weight is negative or not finite
 * @public
 */
export function splitByWeights(options: SplitByWeightsOptions): NanoUnits[] {
  const { total } = options;
  if (options.weights.length === 0) {
    return [];
  }
  const weights = integerWeights(options.weights);
  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) {
      throw new InputError('A weight to split by must not be negative');
    }
    sum += weight;
  }
  const size = total < 0n ? -total : total;
  const even = sum === 0n;
  const divisor = even ? BigInt(weights.length) : sum;
  const parts = new Array<bigint>(weights.length);
  const remainders = new Float64Array(weights.length);
  let left = size;
  for (let index = 0; index < weights.length; index++) {
    const product = even ? size : size * weights[index];
    const part = product / divisor;
    parts[index] = part;
    remainders[index] = Number(product - part * divisor);
    left -= part;
  }
  roundUp({ parts, remainders, count: Number(left) });
  return total < 0n ? parts.map(part => -part) : parts;
}

/** Adds 1 to the `count` parts with the largest remainders. */
function roundUp(options: {
  parts: bigint[];
  remainders: Float64Array;
  count: number;
}): void {
  const { parts, remainders, count } = options;
  if (count === 0) {
    return;
  }
  const threshold = remainders.slice().sort()[remainders.length - count];
  let left = count;
  remainders.forEach((remainder, index) => {
    if (remainder > threshold) {
      parts[index] += 1n;
      left--;
    }
  });
  for (let index = 0; left > 0; index++) {
    if (remainders[index] === threshold) {
      parts[index] += 1n;
      left--;
    }
  }
}
