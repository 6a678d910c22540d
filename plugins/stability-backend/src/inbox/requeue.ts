import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import { sqlDialectOf } from '@plimsoll/plugin-database';
import type { InboxRow } from './InboxRow';

/** Rows of one statement. */
const CHUNK = 500;

/** More than all replicas together have in their hands. */
const IN_HAND = 5_000;

/** A delivery that matched no service. */
export interface UnmatchedRow {
  source: string;
  /** The names of each happening for which none was found. */
  identities: IdentityHint[][];
}

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
 * Puts deliveries that matched no service back to the waiting ones, some at a
 * time, so that nobody waits for long.
 *
 * @param options.isMeant - by the names of each happening in them; all by default
 * @param options.now - Unix milliseconds
 * @returns how many there were
 */
export async function requeueUnmatched(options: {
  client: Knex;
  isMeant?: (row: UnmatchedRow) => boolean;
  now: number;
}): Promise<number> {
  const { client, isMeant = () => true, now } = options;
  await untilRead(client);
  let requeued = 0;
  let cursor = '';
  for (;;) {
    const rows: Array<Pick<InboxRow, 'id' | 'source' | 'identity'>> =
      await client<InboxRow>('stability_inbox')
        .select('id', 'source', 'identity')
        .where({ state: 'unmatched' })
        .where('id', '>', cursor)
        .orderBy('id')
        .limit(CHUNK);
    const meant = rows.filter(({ source, identity }) =>
      isMeant({ source, identities: JSON.parse(identity) }),
    );
    if (meant.length > 0) {
      requeued += await client<InboxRow>('stability_inbox')
        .where({ state: 'unmatched' })
        .whereIn(
          'id',
          meant.map(({ id }) => id),
        )
        .update({ state: 'waiting', attempts: 0, next_attempt_at: now });
    }
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) {
      return requeued;
    }
    cursor = last.id;
  }
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
