import { parseEntityRef } from '@backstage/catalog-model';
import { type SloState, SLO_STATES } from '@plimsoll/plugin-slo-common';
import type { IndexedService } from '@plimsoll/service-index';
import { type ServiceLenses, shownCost } from '../lenses/ServiceLenses';
import type { SummaryColumns } from './SummaryRow';

/** After all states of an objective: nobody knows either. */
const NO_OBJECTIVE = 'no-objective';

/** What lists sort and filter by, of one service. */
export function toSummaryColumns(options: {
  service: IndexedService;
  lenses: ServiceLenses;
  /** ISO 4217; the one that comes first. */
  currency: string | undefined;
}): SummaryColumns {
  const { service, lenses, currency } = options;
  const title = service.title ?? parseEntityRef(service.entityRef).name;
  return {
    index_content: JSON.stringify(service),
    name: lower(title),
    search_text: lower(`${service.entityRef} ${title}`),
    owner_ref: service.owners[0] ?? null,
    lifecycle: service.lifecycle ?? null,
    tier: service.tier ?? null,
    ...reliabilityColumns(lenses),
    ...stabilityColumns(lenses),
    ...costColumns(lenses, currency),
  };
}

function reliabilityColumns({ reliability }: ServiceLenses) {
  const state: SloState | undefined = reliability?.worst?.state;
  return {
    slo_state: state ?? NO_OBJECTIVE,
    slo_rank: state ? SLO_STATES.indexOf(state) : SLO_STATES.length,
    budget_remaining: reliability?.worst?.budget.remaining ?? null,
  };
}

function stabilityColumns({ stability }: ServiceLenses) {
  const rate = stability?.changeFailureRate;
  const incident = stability?.openIncident;
  const deployed = stability?.lastDeployment;
  const isRated = rate?.state === 'ok' || rate?.state === 'none';
  const deployedAt = deployed?.finishedAt ?? deployed?.startedAt;
  return {
    failure_rate: isRated ? rate.value ?? 0 : null,
    failed: rate?.events ?? 0,
    judged: rate?.sampleSize ?? 0,
    pending: stability?.counts.pending ?? 0,
    deployed_at: deployedAt === undefined ? null : Date.parse(deployedAt),
    incidents: Math.max(stability?.counts.openIncidents ?? 0, incident ? 1 : 0),
    incident_since: incident ? Date.parse(incident.startedAt) : null,
  };
}

function costColumns(lenses: ServiceLenses, preferred: string | undefined) {
  const cost = shownCost(lenses);
  if (!cost) {
    return {
      currency: null,
      currency_rank: null,
      cost: null,
      cost_change: null,
      unit_cost: null,
    };
  }
  return {
    currency: cost.currency,
    // a service without the portal's own currency is compared with its like
    currency_rank: cost.currency === preferred ? 0 : 1,
    cost: Number(cost.monthToDate),
    cost_change: cost.change?.ratio ?? null,
    unit_cost: cost.unitCost ? Number(cost.unitCost.value) : null,
  };
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
