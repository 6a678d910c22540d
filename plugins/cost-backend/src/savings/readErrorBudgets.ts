import type { SloApi, SloState } from '@plimsoll/plugin-slo-common';

const PAGE = 100;
/** States in which a budget says anything: enough was measured for it. */
const JUDGED: readonly SloState[] = ['ok', 'burning', 'exhausted'];

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
      const { entityRef, displayName: objective, budget, state } = status;
      const { remaining } = budget;
      if (remaining !== undefined && JUDGED.includes(state)) {
        const found = { remaining, objective };
        const { requests, tightest } = services.get(entityRef) ?? {};
        services.set(entityRef, {
          tightest: tighter(tightest, found),
          requests:
            status.source === CHANGES ? requests : tighter(requests, found),
        });
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return services;
}

function tighter(
  known: RemainingBudget | undefined,
  found: RemainingBudget,
): RemainingBudget {
  return known && known.remaining <= found.remaining ? known : found;
}
