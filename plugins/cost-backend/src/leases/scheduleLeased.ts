import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { Lease } from './Lease';

/** How often each replica looks whether something is due. */
const LOOK_SECONDS = 10;
/** Work that was not done to its end is due again after this, milliseconds. */
const RETRY_MS = 60_000;

/** @see scheduleLeased */
export interface LeasedTask {
  scheduler: SchedulerService;
  client: Knex;
  id: string;
  /** Seconds between two runs, on whichever replica. */
  everySeconds: number;
  /** Before the first look after a start; 10 by default. */
  initialDelaySeconds?: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** May say how many seconds from now it is due again. */
  fn(signal: AbortSignal): Promise<number | void>;
}

/**
 * Lets one replica at a time do something every so often. A global task of the
 * scheduler stays dead for the whole of its timeout where its replica was
 * killed; this one is taken over within a minute, however long it may take.
 */
export async function scheduleLeased(options: LeasedTask): Promise<void> {
  const { scheduler, client, id, everySeconds, fn } = options;
  const { initialDelaySeconds = LOOK_SECONDS, now = Date.now } = options;
  const lease = Lease.create({ client, name: id, now });
  await scheduler.scheduleTask({
    id,
    // each replica looks; the lease lets one of them work
    scope: 'local',
    frequency: { seconds: LOOK_SECONDS },
    initialDelay: { seconds: initialDelaySeconds },
    // work ends with the process; a dead replica does not count on it
    timeout: { hours: 24 },
    fn: async signal => {
      let failure: { error: unknown } | undefined;
      await lease.run({
        signal,
        work: async held => {
          try {
            return ((await fn(held.signal)) ?? everySeconds) * 1_000;
          } catch (error) {
            failure = { error };
            return Math.min(RETRY_MS, everySeconds * 1_000);
          }
        },
      });
      if (failure && !signal.aborted) {
        throw failure.error;
      }
    },
  });
}
