import type { Knex } from 'knex';
import type { InboxReceipt } from './Inbox';
import type { InboxRow } from './InboxRow';

/** What a delivery is when it comes. */
export type NewInboxRow = Pick<
  InboxRow,
  | 'id'
  | 'source'
  | 'delivery_key'
  | 'body_hash'
  | 'body'
  | 'headers'
  | 'received_at'
  | 'state'
  | 'error'
  | 'next_attempt_at'
>;

/** Rows of one statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/**
 * Commits deliveries, all or none; those that are known already stay as they
 * are.
 *
 * @returns receipts in the order of the rows
 */
export async function insertDeliveries(options: {
  client: Knex;
  rows: NewInboxRow[];
}): Promise<InboxReceipt[]> {
  const { client, rows } = options;
  // sorted, so that two replicas never wait for each other
  const sorted = [...rows].sort((one, other) =>
    one.delivery_key < other.delivery_key ? -1 : 1,
  );
  const inserted = new Set<string>();
  const insert = async (trx: Knex) => {
    for (let start = 0; start < sorted.length; start += CHUNK) {
      const written: Array<{ id: string }> = await trx('stability_inbox')
        .insert(sorted.slice(start, start + CHUNK))
        .onConflict()
        .ignore()
        .returning('id');
      written.forEach(({ id }) => inserted.add(id));
    }
  };
  // one statement is a transaction of its own
  await (rows.length <= CHUNK
    ? insert(client)
    : client.transaction(trx => insert(trx)));
  return Promise.all(
    rows.map(async row => {
      const id = inserted.has(row.id)
        ? row.id
        : (await findKnown(client, row)) ?? row.id;
      // known by its own id: an earlier try was committed without our knowing
      return { id, isNew: id === row.id };
    }),
  );
}

/** The delivery that came first: by its key, else by its body. */
async function findKnown(
  client: Knex,
  row: NewInboxRow,
): Promise<string | undefined> {
  const byKey = await client<InboxRow>('stability_inbox')
    .where({ source: row.source, delivery_key: row.delivery_key })
    .first('id');
  if (byKey || row.body_hash === null) {
    return byKey?.id;
  }
  const byBody = await client<InboxRow>('stability_inbox')
    .where({ source: row.source, body_hash: row.body_hash })
    .first('id');
  return byBody?.id;
}
