import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CostRequestOptions } from '@plimsoll/plugin-cost-common';
import { type BudgetedCost, setFirstBudgets } from './firstBudgets';

/** The catalog is known within a minute: so long nobody need be told. */
const EXPECTED_ATTEMPTS = 45;

/**
 * Tries until the budgets are set, at every start: what was written before
 * says nothing of whether somebody could set them then.
 */
export async function keepFirstBudgets(options: {
  cost: BudgetedCost;
  request(): Promise<CostRequestOptions>;
  logger: LoggerService;
  everyMs: number;
  signal: AbortSignal;
}): Promise<void> {
  const { cost, request, logger, everyMs, signal } = options;
  for (let attempts = 1; !signal.aborted; attempts += 1) {
    try {
      await setFirstBudgets({ cost, request: await request() });
      return;
    } catch (error) {
      const text = 'The demo world could not set all its budgets yet';
      if (attempts === EXPECTED_ATTEMPTS) {
        logger.warn(`${text}, and tries on`, toError(error));
      } else {
        logger.debug(text, toError(error));
      }
    }
    const pause = attempts < EXPECTED_ATTEMPTS ? everyMs : 10 * everyMs;
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
  }
}
