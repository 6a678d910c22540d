import type { CostAmounts } from '../bill/CostAmounts';

/** No money, by all metrics. @public */
export const NO_COST: Readonly<CostAmounts> = Object.freeze({
  billed: 0n,
  effective: 0n,
  contracted: 0n,
  list: 0n,
});

/** Sum of two charges of one currency, metric by metric. @public */
export function addAmounts(a: CostAmounts, b: CostAmounts): CostAmounts {
  return {
    billed: a.billed + b.billed,
    effective: a.effective + b.effective,
    contracted: a.contracted + b.contracted,
    list: a.list + b.list,
  };
}

/** Sum of charges of one currency, metric by metric. @public */
export function sumAmounts(all: Iterable<CostAmounts>): CostAmounts {
  let sum: CostAmounts = NO_COST;
  for (const amounts of all) {
    sum = addAmounts(sum, amounts);
  }
  return { ...sum };
}
