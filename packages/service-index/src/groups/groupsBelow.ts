import type { Knex } from 'knex';
import { selectGroupsBelow } from './selectGroupsBelow';

/**
 * A group and all groups below it, in no order: for queries that ask about them
 * several times. PostgreSQL plans far better with the groups at hand than with
 * the question for them.
 *
 * @public
 */
export async function groupsBelow(options: {
  client: Knex;
  /** In lower case. */
  groupRef: string;
}): Promise<string[]> {
  const { client, groupRef } = options;
  const query = client.queryBuilder();
  selectGroupsBelow(query, groupRef);
  const rows: Array<{ ref: string }> = await query;
  return rows.map(({ ref }) => ref);
}
