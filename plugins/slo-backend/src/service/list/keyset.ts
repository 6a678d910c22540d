import type { Knex } from 'knex';

/** One term of an order. Its value is never null. */
export interface OrderTerm {
  /** An SQL expression of ours, never a caller's text. */
  sql: string;
  direction: 'asc' | 'desc';
}

/** Values of the terms for one row, in their order. */
export type OrderKey = Array<string | number>;

/** Orders a query, and selects the values that `orderKeyOf` picks up. */
export function applyOrder(query: Knex.QueryBuilder, terms: OrderTerm[]): void {
  terms.forEach(({ sql, direction }, index) => {
    query.select({ [columnOf(index)]: query.client.raw(sql) });
    query.orderByRaw(`${sql} ${direction}`);
  });
}

/** Hands on the order, and its values, of an ordered query within another. */
export function repeatOrder(
  query: Knex.QueryBuilder,
  options: { terms: OrderTerm[]; table: string },
): void {
  const { terms, table } = options;
  terms.forEach(({ direction }, index) => {
    const column = `${table}.${columnOf(index)}`;
    query.select(column).orderBy(column, direction);
  });
}

/** The values of one row of an ordered query. */
export function orderKeyOf(
  row: Record<string, unknown>,
  terms: OrderTerm[],
): OrderKey {
  return terms.map((_, index) => row[columnOf(index)] as string | number);
}

/** Leaves only rows that come after a key, term by term. */
export function applyAfter(
  query: Knex.QueryBuilder,
  options: { terms: OrderTerm[]; after: OrderKey },
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

function columnOf(index: number): string {
  return `order_${index}`;
}
