import type { Knex } from 'knex';
import type { GroupLink } from './GroupLink';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/** A row of `service_index_group`. */
interface GroupRow {
  parent_ref: string;
  child_ref: string;
}

/**
 * Makes the mirror hold exactly these links. Rows that are right already are
 * not written again.
 *
 * @returns how many links came or went
 */
export async function replaceGroupLinks(
  trx: Knex,
  links: readonly GroupLink[],
): Promise<number> {
  const known = new Set(
    (await trx<GroupRow>('service_index_group')).map(keyOf),
  );
  const rows = links.map(({ parentRef, childRef }) => ({
    parent_ref: parentRef,
    child_ref: childRef,
  }));
  const wanted = new Map(rows.map(row => [keyOf(row), row]));
  // sorted, so that replicas wait for each other's rows in one order
  const added = [...wanted.keys()].filter(key => !known.has(key)).sort();
  const removed = [...known].filter(key => !wanted.has(key)).sort();
  for (const key of removed) {
    const [parent_ref, child_ref] = key.split(' ');
    await trx('service_index_group').where({ parent_ref, child_ref }).delete();
  }
  for (let start = 0; start < added.length; start += CHUNK) {
    // another replica may write the same rows
    await trx<GroupRow>('service_index_group')
      .insert(
        added.slice(start, start + CHUNK).flatMap(key => wanted.get(key) ?? []),
      )
      .onConflict(['parent_ref', 'child_ref'])
      .ignore();
  }
  return added.length + removed.length;
}

/** No ref holds a blank. */
function keyOf({ parent_ref: parent, child_ref: child }: GroupRow): string {
  return `${parent} ${child}`;
}
