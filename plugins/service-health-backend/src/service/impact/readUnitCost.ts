import {
  type UnitCostImpact,
  unitCostImpact,
  wentLive,
} from '@plimsoll/plugin-service-health-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { doubtOf } from './doubtOf';
import type { ImpactSources, ImpactTokens } from './ImpactSources';

const DAY_MS = 86_400_000;

/** What a deployment did to the cost of a request. */
export async function readUnitCost(options: {
  cost: ImpactSources['cost'];
  deployment: Pick<
    Deployment,
    'id' | 'entityRef' | 'finishedAt' | 'state' | 'targets'
  >;
  sent: ImpactTokens['cost'];
}): Promise<UnitCostImpact> {
  const { cost, deployment, sent } = options;
  const { id, entityRef, finishedAt } = deployment;
  if (finishedAt === undefined || !wentLive(deployment)) {
    return { state: 'cannot-tell', reason: 'not-live' };
  }
  const from = finishedAt.slice(0, 10);
  const to = new Date(Date.parse(from) + DAY_MS).toISOString().slice(0, 10);
  try {
    const request = { from, to, limit: 100 };
    const { items } = await cost.listDeploymentCosts(entityRef, request, sent);
    return unitCostImpact(
      items.find(({ deploymentId }) => deploymentId === id),
    );
  } catch (error) {
    return doubtOf(error);
  }
}
