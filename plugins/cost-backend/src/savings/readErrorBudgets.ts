import type { SloApi, SloState } from '@plimsoll/plugin-slo-common';

const PAGE = 100;
/** States in which a budget says anything: enough was measured for it. */
const JUDGED: readonly SloState[] = ['ok', 'burning', 'exhausted'];

/** What is left of a service's tightest budget. */
export interface RemainingBudget {
  /** Ratio, below 0 where it is overspent. */
  remaining: number;
  /** For people. */
  objective: string;
}

/** The tightest error budget of each service, by its ref. */
export async function readErrorBudgets(options: {
  slo: Pick<SloApi, 'listObjectives'>;
  token: string;
  signal: AbortSignal;
}): Promise<Map<string, RemainingBudget>> {
  const { slo, token, signal } = options;
  const budgets = new Map<string, RemainingBudget>();
  let cursor: string | undefined;
  do {
    const page = await slo.listObjectives(
      { limit: PAGE, ...(cursor && { cursor }) },
      { token, signal },
    );
    for (const { entityRef, displayName, budget, state } of page.items) {
      const { remaining } = budget;
      const known = budgets.get(entityRef);
      if (
        remaining !== undefined &&
        JUDGED.includes(state) &&
        (known === undefined || remaining < known.remaining)
      ) {
        budgets.set(entityRef, {
          remaining,
          objective: displayName,
        });
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return budgets;
}
