import type { DeploymentCost } from '@plimsoll/plugin-cost-common';

/** Whether no other deployment within the same days may have done it. */
export function isAlone(
  deployment: Pick<DeploymentCost, 'alternatives'>,
): boolean {
  return !deployment.alternatives?.length;
}
