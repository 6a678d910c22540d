import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { sqlDialectOf } from '../database/SqlDialect';
import type { InboxRow } from './InboxRow';

/** Rows of one statement. */
const CHUNK = 500;

/** More than all replicas together have in their hands. */
const IN_HAND = 5_000;

/**
 * Puts one delivery back to the waiting ones, whatever became of it. Reading it
 * again changes nothing where nothing else has changed.
 *
 * @param options.now - Unix milliseconds
 * @throws NotFoundError when there is none
 * @throws ConflictError when it waits already
 */
export async function requeueOne(options: {
  client: Knex;
  id: string;
  now: number;
}): Promise<void> {
  const { client, id, now } = options;
  const updated = await client<InboxRow>('stability_inbox')
    .where({ id })
    .whereNot({ state: 'waiting' })
    .update({
      state: 'waiting',
      attempts: 0,
      next_attempt_at: now,
      error: null,
    });
  if (updated > 0) {
    return;
  }
  const row = await client<InboxRow>('stability_inbox')
    .where({ id })
    .first('id');
  throw row
    ? new ConflictError(`The delivery '${id}' waits to be read already`)
    : new NotFoundError(`There is no delivery '${id}' in the inbox`);
}

/**
 * Puts deliveries that matched no service back to the waiting ones.
 *
 * @param options.ids - these; all by default
 * @param options.now - Unix milliseconds
 * @returns how many there were
 */
export async function requeueUnmatched(options: {
  client: Knex;
  ids?: string[];
  now: number;
}): Promise<number> {
  const { client, ids, now } = options;
  const update = (part?: string[]) => {
    const query = client<InboxRow>('stability_inbox').where({
      state: 'unmatched',
    });
    return (part ? query.whereIn('id', part) : query).update({
      state: 'waiting',
      attempts: 0,
      next_attempt_at: now,
    });
  };
  if (!ids) {
    await untilRead(client);
    return update();
  }
  let requeued = 0;
  for (let start = 0; start < ids.length; start += CHUNK) {
    requeued += await update(ids.slice(start, start + CHUNK));
  }
  return requeued;
}

/**
 * Waits for what is being read just now, perhaps by names that are out of date:
 * it would be marked unmatched after all others had their second chance. Each
 * replica reads the oldest, and holds their rows meanwhile. SQLite has one
 * connection, so that nothing is being read now.
 */
async function untilRead(client: Knex): Promise<void> {
  if (sqlDialectOf(client) === 'postgres') {
    await client<InboxRow>('stability_inbox')
      .where({ state: 'waiting' })
      .orderBy([{ column: 'next_attempt_at' }, { column: 'id' }])
      .limit(IN_HAND)
      .forShare()
      .select('id');
  }
}
