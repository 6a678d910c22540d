import type { StabilityPage } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { decodeCursor, encodeCursor, type PlaceKey } from './cursor';

/** One term of an order. Its value is never null. */
export interface OrderTerm {
  /** An SQL expression of ours, never a caller's text. */
  sql: string;
  direction: 'asc' | 'desc';
  /** What drivers hand out as text and cursors keep as a number. */
  isNumber?: boolean;
}

/**
 * One page of rows and how many there are in all, from the same query. The
 * order's terms together name a row.
 *
 * @param options.rows - the visible and filtered rows; is not changed
 * @param options.select - adds what the items are made of, to the rows of the
 * page alone
 * @throws InputError when the cursor belongs to another order
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
}): Promise<StabilityPage<TRow>> {
  const { client, rows, list, terms, limit, cursor, select } = options;
  const keys = rows.clone();
  if (cursor !== undefined) {
    const after = decodeCursor({
      cursor,
      list,
      types: terms.map(({ isNumber }) => (isNumber ? 'number' : 'string')),
    });
    applyAfter(keys, { terms, after });
  }
  terms.forEach(({ sql, direction }, index) => {
    keys.select({ [placeColumn(index)]: client.raw(sql) });
    keys.orderByRaw(`${sql} ${direction}`);
  });
  keys.limit(limit + 1);
  // only keys are sorted: long texts would be carried through the sorting
  const page = select(client.from(keys.as('page')).select('page.*'));
  terms.forEach(({ direction }, index) =>
    page.orderBy(`page.${placeColumn(index)}`, direction),
  );
  const [found, [{ number }]] = await Promise.all([
    page,
    rows.clone().count({ number: '*' }),
  ]);
  const items: TRow[] = found.slice(0, limit);
  const last = found[limit - 1];
  return {
    items,
    totalItems: Number(number),
    pageInfo: {
      nextCursor:
        found.length > limit
          ? encodeCursor({ list, key: keyOf(last, terms) })
          : undefined,
    },
  };
}

function keyOf(
  row: Record<string, string | number>,
  terms: readonly OrderTerm[],
): PlaceKey {
  return terms.map(({ isNumber }, index) => {
    const value = row[placeColumn(index)];
    return isNumber ? Number(value) : value;
  });
}

/** Leaves only rows that come after a key, term by term. */
function applyAfter(
  query: Knex.QueryBuilder,
  options: { terms: readonly OrderTerm[]; after: PlaceKey },
): void {
  const { terms, after } = options;
  query.andWhere(any => {
    terms.forEach(({ sql, direction }, index) => {
      any.orWhere(all => {
        terms
          .slice(0, index)
          .forEach((term, earlier) =>
            all.andWhereRaw(`${term.sql} = ?`, [after[earlier]]),
          );
        const comparison = direction === 'asc' ? '>' : '<';
        all.andWhereRaw(`${sql} ${comparison} ?`, [after[index]]);
      });
    });
  });
}

function placeColumn(index: number): string {
  return `place_${index}`;
}
