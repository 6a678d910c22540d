import type { Knex } from 'knex';
import { checkLimit } from './checkLimit';
import {
  applyCursor,
  applyOrder,
  cursorAfter,
  type OrderTerm,
  repeatOrder,
} from './keyset';

/** One page of a list and how many there are in all. @public */
export interface RowPage<TRow> {
  items: TRow[];
  totalItems: number;
  /** `nextCursor` is there while there is more. */
  pageInfo: { nextCursor?: string };
}

/**
 * One page of rows and how many there are in all, from the same query. The
 * order's terms together name a row.
 *
 * @param options.rows - the visible and filtered rows; is not changed
 * @param options.select - adds what the items are made of, to the rows of the
 * page alone, which have the terms' values as `place_0` and so on
 * @throws InputError when the cursor belongs to another order, or the limit is
 * no whole number
 * @public
 */
export async function readPage<TRow extends object>(options: {
  client: Knex;
  rows: Knex.QueryBuilder;
  /** Names the order in cursors. */
  list: string;
  terms: readonly OrderTerm[];
  limit: number;
  cursor: string | undefined;
  select(page: Knex.QueryBuilder): Knex.QueryBuilder;
}): Promise<RowPage<TRow>> {
  const { client, rows, list, terms, limit, cursor, select } = options;
  checkLimit(limit);
  const keys = rows.clone();
  if (cursor !== undefined) {
    applyCursor(keys, { list, terms, cursor });
  }
  applyOrder(keys, terms);
  keys.limit(limit + 1);
  // only keys are sorted: long texts would be carried through the sorting
  const page = client.from(keys.as('page'));
  repeatOrder(page, { terms, table: 'page' });
  const [found, [{ number }]] = await Promise.all([
    select(page),
    rows.clone().count({ number: '*' }),
  ]);
  const items: TRow[] = found.slice(0, limit);
  return {
    items,
    totalItems: Number(number),
    pageInfo: {
      nextCursor:
        found.length > limit
          ? cursorAfter({ row: found[limit - 1], list, terms })
          : undefined,
    },
  };
}
