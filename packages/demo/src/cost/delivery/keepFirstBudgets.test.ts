import { mockServices } from '@backstage/backend-test-utils';
import type { CostBudget, ServiceCost } from '@plimsoll/plugin-cost-common';
import { keepFirstBudgets } from './keepFirstBudgets';

describe('keepFirstBudgets', () => {
  function portal(knownAfter: number) {
    let asked = 0;
    const logger = mockServices.logger.mock();
    const stopping = new AbortController();
    const setBudget = jest.fn(async () => ({} as CostBudget));
    const run = () =>
      keepFirstBudgets({
        cost: {
          getServiceCost: async ref => {
            asked += ref.endsWith('checkout') ? 1 : 0;
            if (asked <= knownAfter) {
              throw new Error('not known yet');
            }
            return {} as ServiceCost;
          },
          setBudget,
        },
        request: async () => ({ token: 't' }),
        logger,
        everyMs: 1,
        signal: stopping.signal,
      });
    return { run, setBudget, logger, stopping };
  }

  it('waits for services as long as it takes, and says once that it does', async () => {
    const { run, setBudget, logger } = portal(60);
    await run();
    expect(setBudget).toHaveBeenCalledTimes(4);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'The demo world could not set all its budgets yet, and tries on',
      expect.objectContaining({ message: 'not known yet' }),
    );
  });

  it('ends with the portal', async () => {
    const { run, setBudget, stopping } = portal(Infinity);
    const running = run();
    stopping.abort();
    await running;
    expect(setBudget).not.toHaveBeenCalled();
  });
});
