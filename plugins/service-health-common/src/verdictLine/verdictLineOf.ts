import type { FleetService } from '../fleet/FleetService';
import type { LensFreshnesses } from '../lenses/LensFreshness';
import type { ReliabilityLens } from '../lenses/ReliabilityLens';
import type { OpenIncident } from '../lenses/StabilityLens';
import {
  type ChangeFact,
  type CostFact,
  type HealthFact,
  LOAD_LINE,
  type VerdictLine,
} from './VerdictLine';

/**
 * The answer that opens a service page, without words.
 *
 * @public
 */
export function verdictLineOf(options: {
  service: Pick<FleetService, 'reliability' | 'stability' | 'cost'>;
  lenses: LensFreshnesses;
}): VerdictLine {
  const { service, lenses } = options;
  const incident = service.stability?.openIncident;
  return {
    health: {
      ...healthOf(service.reliability),
      ...(incident && failing(incident)),
    },
    change: changeOf(service.stability, isKnown(lenses.stability)),
    cost: costOf(service.cost, isKnown(lenses.cost)),
  };
}

function isKnown({ state }: LensFreshnesses['cost']): boolean {
  return state === 'ok' || state === 'stale';
}

function failing(
  incident: OpenIncident,
): Pick<HealthFact, 'kind' | 'incident'> {
  const { id, label, title, startedAt } = incident;
  return { kind: 'failing', incident: { id, label, title, startedAt } };
}

function healthOf(lens: ReliabilityLens | undefined): HealthFact {
  if (!lens) {
    return { kind: 'not-known' };
  }
  const { worst } = lens;
  if (!worst) {
    return { kind: 'no-objective' };
  }
  const { state, displayName, budget, forecast } = worst;
  const { remaining } = budget;
  const exhaustedAt = forecast.kind === 'at' ? forecast.at : undefined;
  return {
    kind: kindOf(worst),
    state,
    objective: displayName,
    ...(remaining !== undefined && { remaining }),
    ...(exhaustedAt !== undefined && { exhaustedAt }),
  };
}

function kindOf(
  worst: NonNullable<ReliabilityLens['worst']>,
): HealthFact['kind'] {
  const { state, budget, forecast } = worst;
  switch (state) {
    case 'exhausted':
    case 'burning':
    case 'no-traffic':
      return state;
    case 'ok': {
      const isLow =
        budget.remaining !== undefined && budget.remaining < LOAD_LINE;
      return isLow || forecast.kind === 'at' ? 'running-out' : 'holding';
    }
    default:
      return 'cannot-tell';
  }
}

function changeOf(
  lens: FleetService['stability'],
  isLensKnown: boolean,
): ChangeFact {
  const last = lens?.lastDeployment;
  if (!last) {
    return { kind: isLensKnown ? 'never-deployed' : 'not-known' };
  }
  const { id, version, startedAt, finishedAt, verdict } = last;
  return {
    kind: finishedAt === undefined ? 'under-way' : 'deployed',
    deploymentId: id,
    ...(version !== undefined && { version }),
    at: finishedAt ?? startedAt,
    verdict: verdict.name,
    suspected: verdict.suspected,
    ...(verdict.dueAt !== undefined && { verdictDueAt: verdict.dueAt }),
    isSuspectOfIncident: lens.openIncident?.causedBy === id,
  };
}

function costOf(lens: FleetService['cost'], isLensKnown: boolean): CostFact {
  if (!lens) {
    return { kind: isLensKnown ? 'no-cost' : 'not-known' };
  }
  const { monthToDate, currency, budget, completeTo } = lens;
  return {
    kind: 'month-to-date',
    amount: monthToDate,
    currency,
    ...(budget && { budget: budget.state }),
    ...(completeTo !== undefined && { completeTo }),
  };
}
