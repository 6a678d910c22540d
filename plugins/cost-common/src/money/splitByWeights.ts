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
  const size = total < 0n ? -total : total;
  const parts = weights.every(weight => weight === weights[0])
    ? splitEvenly(size, weights.length)
    : splitUnevenly(size, weights);
  return total < 0n ? parts.map(part => -part) : parts;
}

function splitEvenly(size: NanoUnits, count: number): NanoUnits[] {
  const part = size / BigInt(count);
  const left = Number(size % BigInt(count));
  return Array.from({ length: count }, (_, index) =>
    index < left ? part + 1n : part,
  );
}

function splitUnevenly(
  size: NanoUnits,
  weights: readonly bigint[],
): NanoUnits[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const parts = new Array<bigint>(weights.length).fill(0n);
  const remainders = new Float64Array(weights.length);
  let left = size;
  weights.forEach((weight, index) => {
    if (weight !== 0n) {
      const product = size * weight;
      const part = product / sum;
      parts[index] = part;
      remainders[index] = Number(product - part * sum);
      left -= part;
    }
  });
  roundUp({ parts, remainders, count: Number(left) });
  return parts;
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
