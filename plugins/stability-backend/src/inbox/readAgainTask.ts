import type { Knex } from 'knex';
import type { PollTask } from '../catchup/PollTask';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import type { InboxRow } from './InboxRow';

const NAME = 'inbox-read-again';
/** Says that somebody asked for it, until it has begun. */
const REQUEST = `${NAME}-request`;
/** Seconds between two portions. */
const EVERY_SECONDS = 2;
/** Deliveries of one portion; rows of one statement. */
const PORTION = 5_000;
const CHUNK = 500;
/** While more wait, what comes in now goes first. */
const FEW = 500;

/**
 * Asks for everything that is retained to be read again, by the readers and
 * names of today.
 *
 * @param options.now - Unix milliseconds
 */
export async function askToReadAgain(options: {
  client: Knex;
  now: number;
}): Promise<void> {
  await options
    .client('stability_poll')
    .insert({ source: REQUEST, due_at: options.now })
    .onConflict('source')
    .merge();
}

/**
 * Puts all retained deliveries back to the waiting ones, oldest first and a
 * portion at a time, so that new ones need not wait. Reading one again changes
 * nothing where nothing else has changed. What was never read, since it came
 * without a body that could be, stays as it is.
 */
export function readAgainTask(options: {
  database: StabilityDatabase;
  onRequeued: () => void;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): PollTask {
  const { database, onRequeued, now = Date.now } = options;
  const { client } = database;
  return {
    name: NAME,
    everySeconds: EVERY_SECONDS,
    run: async ({ state }) => {
      const asked = await client('stability_poll')
        .where({ source: REQUEST })
        .delete();
      const cursor = asked > 0 ? '' : state;
      if (cursor === undefined || (await isBusy(client))) {
        return { deliveries: [], state: cursor };
      }
      const next = await requeuePortion({ client, cursor, now: now() });
      onRequeued();
      return { deliveries: [], state: next };
    },
  };
}

async function isBusy(client: Knex): Promise<boolean> {
  const beyond = await client('stability_inbox')
    .select('id')
    .where({ state: 'waiting' })
    .offset(FEW)
    .limit(1);
  return beyond.length > 0;
}

/** @returns the id to go on from; undefined when there is no more */
async function requeuePortion(options: {
  client: Knex;
  cursor: string;
  now: number;
}): Promise<string | undefined> {
  const { client, cursor, now } = options;
  const ids: string[] = await client<InboxRow>('stability_inbox')
    .where('id', '>', cursor)
    .orderBy('id')
    .limit(PORTION)
    .pluck('id');
  for (let start = 0; start < ids.length; start += CHUNK) {
    await client<InboxRow>('stability_inbox')
      .whereIn('id', ids.slice(start, start + CHUNK))
      .whereNot({ state: 'waiting' })
      .where(read =>
        read.whereNot({ state: 'dead' }).orWhere('attempts', '>', 0),
      )
      .update({ state: 'waiting', attempts: 0, next_attempt_at: now });
  }
  return ids.length === PORTION ? ids[ids.length - 1] : undefined;
}
