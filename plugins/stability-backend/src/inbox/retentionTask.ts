import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PollTask } from '../catchup/PollTask';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { firstIdAt } from './deliveryId';
import type { InboxRow } from './InboxRow';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
/** PagerDuty and GitHub may send the same for days; 30 keep them apart. */
const LEAST_DAYS = 30;
/** Rows of one statement, so that the doors need not wait. */
const CHUNK = 1_000;

/**
 * Forgets deliveries that are older than `stability.inbox.keepDays`: what they
 * said stays observed for good.
 *
 * @throws InputError when the days are too few
 */
export function retentionTask(options: {
  config: Config;
  database: StabilityDatabase;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): PollTask {
  const { config, database, now = Date.now } = options;
  const days =
    config.getOptionalNumber('stability.inbox.keepDays') ?? DEFAULT_DAYS;
  if (days < LEAST_DAYS) {
    throw new InputError(
      `stability.inbox.keepDays is ${days}: at least ${LEAST_DAYS} are needed ` +
        `to recognise what is sent again`,
    );
  }
  return {
    name: 'inbox-retention',
    everySeconds: 3_600,
    run: async ({ state, signal }) => {
      const { client } = database;
      let deleted = CHUNK;
      while (deleted === CHUNK && !signal.aborted) {
        deleted = await client<InboxRow>('stability_inbox')
          .whereIn(
            'id',
            client<InboxRow>('stability_inbox')
              .select('id')
              .where('id', '<', firstIdAt(now() - days * DAY_MS))
              .whereNot({ state: 'waiting' })
              .orderBy('id')
              .limit(CHUNK),
          )
          .delete();
      }
      return { deliveries: [], state };
    },
  };
}
