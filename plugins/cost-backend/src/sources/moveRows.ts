import type { Knex } from 'knex';

/**
 * Puts rows of sources that are not live aside, and those of live sources back.
 *
 * @param options.day - the column that tells which month a row is of
 * @param options.part - columns of what a delivery replaces whole: where both
 * tables have a part, the one aside is out of date
 * @param options.live - names of sources
 * @returns the values of `day` of which anything was moved
 */
export async function moveRows(options: {
  trx: Knex;
  table: 'cost_line' | 'cost_share';
  day: string;
  part: readonly string[];
  live: readonly string[];
}): Promise<string[]> {
  const { trx, table, day, part, live } = options;
  const aside = `${table}_aside`;
  const columns = Object.keys(await trx(table).columnInfo());
  await trx(aside)
    .whereExists(
      part.reduce(
        (same, column) =>
          same.whereRaw('?? = ??', [`here.${column}`, `${aside}.${column}`]),
        trx(`${table} as here`).select(trx.raw('1')),
      ),
    )
    .delete();
  const move = async (
    from: string,
    to: string,
    isChosen: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ) => {
    const days: string[] = await isChosen(trx(from)).distinct(day).pluck(day);
    if (days.length > 0) {
      await trx
        .into(trx.raw('?? (??)', [to, columns]))
        .insert(isChosen(trx(from)).select(columns));
      await isChosen(trx(from)).delete();
    }
    return days;
  };
  return [
    ...(await move(table, aside, rows => rows.whereNotIn('source', [...live]))),
    ...(await move(aside, table, rows => rows.whereIn('source', [...live]))),
  ];
}
