import type { Knex } from 'knex';
import {
  decodeCursor,
  encodeCursor,
  type PlaceKey,
  type PlaceType,
} from './cursor';

/** One term of an order. Its value is never null. @public */
export interface OrderTerm {
  /** An SQL expression of ours, never a caller's text. */
  sql: string;
  direction: 'asc' | 'desc';
  /**
   * Of its values, `text` by default. Whole numbers are an `integer`, ratios
   * and durations a `number`.
   */
  type?: PlaceType;
}

/** PostgreSQL would take the parameter for what it is compared with. */
const MARKS: Record<PlaceType, string> = {
  text: '?',
  number: 'cast(? as double precision)',
  integer: 'cast(? as bigint)',
};

/**
 * Orders a query, and selects the values that {@link cursorAfter} picks up.
 *
 * @public
 */
export function applyOrder(
  query: Knex.QueryBuilder,
  terms: readonly OrderTerm[],
): void {
  terms.forEach(({ sql, direction, type }, index) => {
    query.select({ [placeColumn(index)]: query.client.raw(sql) });
    if (type === 'integer') {
      const digits = query.client.raw(`cast(${sql} as text)`);
      query.select({ [digitsColumn(index)]: digits });
    }
    query.orderByRaw(`${sql} ${direction}`);
  });
}

/**
 * Hands on the order, and its values, of an ordered query within another.
 *
 * @param options.table - alias of the ordered query
 * @public
 */
export function repeatOrder(
  query: Knex.QueryBuilder,
  options: { terms: readonly OrderTerm[]; table: string },
): void {
  const { terms, table } = options;
  terms.forEach(({ direction, type }, index) => {
    const column = `${table}.${placeColumn(index)}`;
    query.select(column).orderBy(column, direction);
    if (type === 'integer') {
      query.select(`${table}.${digitsColumn(index)}`);
    }
  });
}

/**
 * Leaves only rows that come after the place of a cursor, term by term.
 *
 * @param options.list - names the order in cursors
 * @throws InputError when the cursor belongs to another order
 * @public
 */
export function applyCursor(
  query: Knex.QueryBuilder,
  options: { list: string; terms: readonly OrderTerm[]; cursor: string },
): void {
  const { list, terms, cursor } = options;
  const after = decodeCursor({ cursor, list, types: terms.map(typeOf) });
  query.andWhere(any => {
    terms.forEach((term, index) => {
      any.orWhere(all => {
        terms
          .slice(0, index)
          .forEach((earlier, place) =>
            all.andWhereRaw(`${earlier.sql} = ${markOf(earlier)}`, [
              after[place],
            ]),
          );
        const comparison = term.direction === 'asc' ? '>' : '<';
        all.andWhereRaw(`${term.sql} ${comparison} ${markOf(term)}`, [
          after[index],
        ]);
      });
    });
  });
}

/**
 * The cursor of the place after a row of an ordered query.
 *
 * @param options.row - with what {@link applyOrder} selected
 * @public
 */
export function cursorAfter(options: {
  row: object;
  list: string;
  terms: readonly OrderTerm[];
}): string {
  const { list, terms } = options;
  const row = options.row as Record<string, string | number>;
  const key: PlaceKey = terms.map((term, index) =>
    typeOf(term) === 'integer'
      ? row[digitsColumn(index)]
      : row[placeColumn(index)],
  );
  return encodeCursor({ list, key });
}

function placeColumn(index: number): string {
  return `place_${index}`;
}

function digitsColumn(index: number): string {
  return `digits_${index}`;
}

function typeOf({ type = 'text' }: OrderTerm): PlaceType {
  return type;
}

function markOf(term: OrderTerm): string {
  return MARKS[typeOf(term)];
}
