import type { CostApi } from '@plimsoll/plugin-cost-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';

/** Whom it is asked what a deployment did, with the caller's rights. */
export interface ImpactSources {
  slo: Pick<SloApi, 'listObjectives' | 'getHistory' | 'explainObjective'>;
  stability: Pick<
    StabilityApi,
    'getDeployment' | 'listDeployments' | 'listIncidents'
  >;
  cost: Pick<CostApi, 'listDeploymentCosts'>;
}

/** Of the caller, for each plugin. */
export interface ImpactTokens {
  slo: { token: string; signal: AbortSignal };
  stability: { token: string; signal: AbortSignal };
  cost: { token: string; signal: AbortSignal };
}
