import type { Knex } from 'knex';
import { oneLine } from '../senders/payload/oneLine';
import type { InboxRow } from './InboxRow';

/** Attempts after which a delivery is a dead letter: about 40 minutes. */
const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 5_000;

/** A delivery as it was when it was claimed. */
export type ClaimedDelivery = Pick<InboxRow, 'id' | 'attempts'>;

/**
 * Puts a delivery off that could not be written; for longer each time, in the
 * end for good. Where somebody else has tried it meanwhile, that one says when.
 *
 * @param options.now - Unix milliseconds
 * @returns the delivery if it was given up now
 */
export async function postponeDelivery(options: {
  client: Knex;
  delivery: ClaimedDelivery;
  now: number;
  error: Error;
}): Promise<Array<Pick<InboxRow, 'source' | 'state'>>> {
  const { client, delivery, now, error } = options;
  const { id } = delivery;
  return client.transaction(async trx => {
    const row = await trx<InboxRow>('stability_inbox')
      .where({ id, state: 'waiting', attempts: delivery.attempts })
      .first('attempts', 'source');
    if (!row) {
      return [];
    }
    const attempts = row.attempts + 1;
    const isOver = attempts >= MOST_ATTEMPTS;
    const updated = await trx<InboxRow>('stability_inbox')
      .where({ id, attempts: row.attempts })
      .update({
        attempts,
        state: isOver ? 'dead' : 'waiting',
        next_attempt_at: now + FIRST_PAUSE_MS * 2 ** (attempts - 1),
        error: oneLine(
          `It could not be written after ${attempts} attempts: ${
            error.message
          }${isOver ? '. Replay it when the cause is mended' : ''}`,
          2_000,
        ),
      });
    // Another lane may have been faster since it was read.
    return isOver && updated > 0 ? [{ source: row.source, state: 'dead' }] : [];
  });
}
