/** Decimals beyond which a target's digits are the float's, not the author's. */
const MAX_DECIMALS = 15;
/** More than `1 - target` can lose to rounding, less than a 15th decimal. */
const FLOAT_RESIDUE = 2e-16;

/**
 * `1 - target` as the fraction that the author means: 0.999 gives 1/1000, where
 * `1 - 0.999` gives 0.0010000000000000009.
 */
function budgetFraction(target: number): {
  numerator: number;
  denominator: number;
} {
  const rest = 1 - target;
  let denominator = 1;
  for (let decimals = 0; decimals < MAX_DECIMALS; decimals += 1) {
    const numerator = Math.round(rest * denominator);
    if (
      numerator > 0 &&
      Math.abs(numerator / denominator - rest) < FLOAT_RESIDUE
    ) {
      return { numerator, denominator };
    }
    denominator *= 10;
  }
  return { numerator: rest * denominator, denominator };
}

/**
 * The share of units that may be bad: `1 - target`, without the residue of
 * binary fractions.
 *
 * @param target - ratio, 0 <= target < 1
 * @public
 */
export function budgetRatio(target: number): number {
  const { numerator, denominator } = budgetFraction(target);
  return numerator / denominator;
}

/**
 * How many units may be bad: `(1 - target) * total`. Exact for whole totals,
 * so that exactly the allowed number of failures spends exactly the budget.
 *
 * @public
 */
export function allowedBad(options: { target: number; total: number }): number {
  const { numerator, denominator } = budgetFraction(options.target);
  return (numerator * options.total) / denominator;
}
