import type {
  ObjectiveStatus,
  SloApi,
  SloState,
} from '@plimsoll/plugin-slo-common';

const PAGE = 100;
/**
 * States in which a budget says anything: enough was measured for it. While
 * its source is down an objective keeps what was measured last.
 */
const JUDGED: readonly SloState[] = ['ok', 'burning', 'exhausted', 'unknown'];

/** Objectives of deployments and incidents come from this source. */
const CHANGES = 'stability';

/** What is left of one budget. */
export interface RemainingBudget {
  /** Ratio, below 0 where it is overspent. */
  remaining: number;
  /** For people. */
  objective: string;
}

/** What is left of a service's budgets. */
export interface ServiceBudgets {
  /** The tightest of what its users see: availability, latency, errors. */
  requests?: RemainingBudget;
  /** The tightest of all, how safely it changes and recovers included. */
  tightest?: RemainingBudget;
  /** Of its objectives that users see one says nothing yet. */
  isWaiting?: boolean;
  /** One of those that users see is not measured: it may be spent. */
  isBlind?: boolean;
}

/** The tightest error budgets of each service, by its ref. */
export async function readErrorBudgets(options: {
  slo: Pick<SloApi, 'listObjectives'>;
  token: string;
  signal: AbortSignal;
}): Promise<Map<string, ServiceBudgets>> {
  const { slo, token, signal } = options;
  const services = new Map<string, ServiceBudgets>();
  let cursor: string | undefined;
  do {
    const page = await slo.listObjectives(
      { limit: PAGE, ...(cursor && { cursor }) },
      { token, signal },
    );
    for (const status of page.items) {
      const known = services.get(status.entityRef) ?? {};
      services.set(status.entityRef, withObjective(known, status));
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return services;
}

function withObjective(
  known: ServiceBudgets,
  status: ObjectiveStatus,
): ServiceBudgets {
  const { displayName: objective, budget, state, source } = status;
  const { remaining } = budget;
  if (remaining === undefined || !JUDGED.includes(state)) {
    return source === CHANGES
      ? known
      : {
          ...known,
          isWaiting: true,
          // nobody asked for anything, so nothing was refused either
          isBlind: known.isBlind || state !== 'no-traffic',
        };
  }
  const found = { remaining, objective };
  return {
    ...known,
    tightest: tighter(known.tightest, found),
    ...(source !== CHANGES && { requests: tighter(known.requests, found) }),
  };
}

function tighter(
  known: RemainingBudget | undefined,
  found: RemainingBudget,
): RemainingBudget {
  return known && known.remaining <= found.remaining ? known : found;
}
