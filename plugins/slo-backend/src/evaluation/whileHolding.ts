import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { renewalMs } from './EngineTiming';
import type { ObjectiveQueue } from './ObjectiveQueue';

/**
 * Prolongs a claim while work on it goes on. When a renewal fails the work goes
 * on: whoever writes checks first that the claim still holds.
 */
export async function whileHolding<T>(
  options: {
    queue: ObjectiveQueue;
    lease: string;
    logger: LoggerService;
    /** Unix milliseconds. */
    now: () => number;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { queue, lease, logger, now } = options;
  const timer = setInterval(() => {
    queue.renew({ lease, now: Math.floor(now() / 1000) }).catch(error =>
      logger.warn('Could not prolong the claim on objectives', {
        error: toError(error).message,
      }),
    );
  }, renewalMs(queue));
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
