import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import type { CannotTell, UnitCostImpact } from './DeploymentImpact';
import type { ImpactDoubt } from './ImpactDoubt';
import { directionOf } from './compareRatios';

const DOUBTS: Partial<Record<DeploymentCost['state'], ImpactDoubt>> = {
  due: 'bill-due',
  'too-short': 'live-under-one-day',
  'no-volume': 'no-volume',
};

/**
 * What a deployment did to the cost of a request, as the cost plugin says.
 *
 * @param cost - undefined where the bill does not tell of it
 * @public
 */
export function unitCostImpact(
  cost: DeploymentCost | undefined,
): UnitCostImpact {
  if (!cost) {
    return doubt('not-billed');
  }
  const reason = DOUBTS[cost.state] ?? cost.reason;
  if (reason !== undefined) {
    return {
      ...doubt(reason),
      ...(cost.dueOn !== undefined && { dueOn: cost.dueOn }),
    };
  }
  const { unit, per, before, after, change, perMonth, pairs, alternatives } =
    cost;
  if (change === undefined) {
    return doubt('not-billed');
  }
  return {
    // more is worse here, too
    state: cost.state === 'changed' ? directionOf(change) : 'no-clear-change',
    unit,
    per,
    pairs,
    change,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(perMonth !== undefined && { perMonth }),
    ...(alternatives && { alternatives }),
  };
}

function doubt(reason: ImpactDoubt): CannotTell {
  return { state: 'cannot-tell', reason };
}
