import { COST_METRICS, type CostAmounts } from '../bill/CostAmounts';
import { integerWeights } from './integerWeights';
import type { NanoUnits } from './nanoUnits';
import { splitByWeights } from './splitByWeights';

/**
 * Splits all four sums of a charge by the same weights, each exactly; see
 * {@link splitByWeights}.
 *
 * @public
 */
export function splitAmounts(options: {
  amounts: CostAmounts;
  weights: readonly number[] | readonly bigint[];
}): CostAmounts[] {
  const weights = integerWeights(options.weights);
  // Metrics are often equal, and a split of many parts is dear.
  const known = new Map<NanoUnits, NanoUnits[]>();
  const parts = weights.map(
    (): CostAmounts => ({
      billed: 0n,
      effective: 0n,
      contracted: 0n,
      list: 0n,
    }),
  );
  for (const metric of COST_METRICS) {
    const total = options.amounts[metric];
    const split = known.get(total) ?? splitByWeights({ total, weights });
    known.set(total, split);
    split.forEach((part, index) => {
      parts[index][metric] = part;
    });
  }
  return parts;
}
