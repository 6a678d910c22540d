import type { Knex } from 'knex';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/**
 * Says that the facts of services must be folded again. A mark holds the
 * service's row until the transaction ends: who folds that service meanwhile
 * either sees all of this transaction, or leaves the mark behind.
 *
 * @param options.now - Unix milliseconds
 */
export async function markDirty(options: {
  trx: Knex;
  entityRefs: Iterable<string>;
  now: number;
}): Promise<void> {
  const { trx, now } = options;
  // sorted, so that two writers never wait for each other in a ring
  const refs = [...new Set(options.entityRefs)].sort();
  for (let start = 0; start < refs.length; start += CHUNK) {
    const part = refs.slice(start, start + CHUNK);
    // a mark that is there is locked, but written again only to be due sooner
    await trx('stability_dirty')
      .insert(part.map(ref => ({ entity_ref: ref, since: now, due_at: now })))
      .onConflict('entity_ref')
      .merge({ due_at: now })
      .whereRaw('stability_dirty.due_at > excluded.due_at');
  }
}
